package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tenants that share a database are each as if they were alone in one in memory. */
@Tag("slow")
class ShadowTest {

    private static final int STEPS = 100;
    private static final int STEPS_BETWEEN_READS = 50;
    private static final int FIRST = 6;

    private final Random random = new Random(Figures.SEED);
    private final Map<TenantId, Made> made = new HashMap<>();
    private Instant now = TestCommands.NOW;

    @Test
    void onH2() {
        run("H2 in memory", HazardSite.h2());
    }

    @Test
    void onPostgres() {
        run("PostgreSQL", HazardSite.of(TestServer.POSTGRESQL));
    }

    @Test
    void onMariaDb() {
        run("MariaDB", HazardSite.of(TestServer.MARIADB));
    }

    private void run(String engine, HazardSite site) {
        Figures figures = new Figures("tenants and shadows", engine);
        try {
            Shadows shadows = new Shadows(site.storage(), figures, random);
            for (TenantId tenant : Shadows.TENANTS) {
                made.put(tenant, new Made());
                for (int i = 0; i < FIRST; i++) {
                    create(shadows, by(tenant));
                }
            }
            for (int step = 1; step <= STEPS * Figures.SCALE; step++) {
                step(shadows, any(Shadows.TENANTS));
                if (step % STEPS_BETWEEN_READS == 0) {
                    made.forEach((tenant, counts) -> shadows.read(tenant, counts.threads, counts.messages));
                }
            }
        } finally {
            site.giveBack().run();
        }
        figures.end();
    }

    private void step(Shadows shadows, TenantId tenant) {
        now = now.plusMillis(random.nextInt(20));
        Caller by = by(tenant);
        Instant at = now;
        switch (random.nextInt(14)) {
            case 0 -> create(shadows, by);
            case 1, 2, 3, 4, 5 -> send(shadows, by);
            case 6, 7 -> move(shadows, by);
            case 8 -> mark(shadows, by);
            case 9 -> star(shadows, by);
            case 10 -> shadows.deed(tenant, "read all", in -> in.positions().readAll(by, at));
            default -> change(shadows, by);
        }
    }

    private void create(Shadows shadows, Caller by) {
        boolean direct = random.nextInt(3) == 0;
        List<Party> others = new ArrayList<>(Shadows.PARTIES);
        others.remove(by.party());
        Collections.shuffle(others, random);
        List<NewMember> members = new ArrayList<>(List.of(member(by.party(), Rights.MANAGER)));
        others.subList(0, direct ? 1 : 1 + random.nextInt(others.size()))
                .forEach(party -> members.add(member(party, Rights.MEMBER)));
        CreateThread command = new CreateThread(
                by,
                Shadows.thread(Objects.requireNonNull(made.get(by.tenant())).threads++),
                direct ? ThreadShape.DIRECT : ThreadShape.GROUP,
                "Roof",
                new ThreadRules(
                        any(List.of(ClosedRule.values())),
                        any(List.of(ReplyReads.values())),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        1),
                members,
                Optional.of(written(by)),
                direct ? Optional.of(Claim.pair(by.party(), others.get(0))) : Optional.empty(),
                Optional.empty(),
                now);
        shadows.deed(by.tenant(), "create", in -> in.threads().create(command));
    }

    private void send(Shadows shadows, Caller by) {
        AppendMessage first = append(by);
        if (random.nextInt(5) > 0) {
            shadows.deed(by.tenant(), "send", in -> in.messages().append(first));
        } else {
            List<AppendMessage> several = List.of(first, append(by));
            shadows.deed(by.tenant(), "send several", in -> told(in.messages().appendAll(several)));
        }
    }

    /** Of several that cannot be stored any one may be told. */
    private static Object told(SendAllOutcome outcome) {
        return outcome instanceof SendAllOutcome.Undone ? "undone" : outcome;
    }

    /** Prints of keys say which thread the message is for, as those of the library do. */
    private AppendMessage append(Caller by) {
        ThreadId thread = thread(by);
        Optional<KeyClaim> key = Optional.empty();
        if (random.nextInt(3) == 0) {
            Claim claim = Claim.key(by.party(), ClientKey.of("k" + random.nextInt(10)));
            key = Optional.of(new KeyClaim(claim, "1:" + thread + random.nextInt(2)));
        }
        OptionalLong seen = random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(6));
        return new AppendMessage(by, thread, written(by), key, seen, OptionalLong.empty(), now);
    }

    private void move(Shadows shadows, Caller by) {
        Move move = any(List.of(Move.values()));
        Position to = Position.of(thread(by), 1 + random.nextInt(8));
        Instant at = now;
        shadows.deed(by.tenant(), move + " to " + to, in -> in.positions().move(by, move, to, at));
    }

    private void mark(Shadows shadows, Caller by) {
        MessageId message = message(by);
        Instant at = now;
        if (random.nextBoolean()) {
            shadows.deed(by.tenant(), "hide", in -> in.messages().hide(by, message, at));
        } else {
            shadows.deed(by.tenant(), "delete", in -> in.messages().delete(by, message, OptionalLong.empty(), at));
        }
    }

    private void star(Shadows shadows, Caller by) {
        MessageId message = message(by);
        ThreadId thread = thread(by);
        boolean starred = random.nextBoolean();
        Instant at = now;
        shadows.deed(by.tenant(), "star a message", in -> in.stars().setMessage(by, message, starred, at));
        shadows.deed(by.tenant(), "star a thread", in -> in.stars().setThread(by, thread, starred, at));
        if (random.nextInt(4) == 0) {
            shadows.deed(by.tenant(), "clear stars", in -> in.stars().clear(by, thread, at));
        }
    }

    private void change(Shadows shadows, Caller by) {
        ThreadChange change = switch (random.nextInt(6)) {
            case 0 -> new ThreadChange.Rename("Roof " + random.nextInt(3));
            case 1 -> new ThreadChange.Close();
            case 2 -> new ThreadChange.Reopen();
            case 3 -> new ThreadChange.RemoveMembers(List.of(any(Shadows.PARTIES)));
            default ->
                new ThreadChange.AddMembers(
                        List.of(new NewMember(
                                any(Shadows.PARTIES), Rights.MEMBER, any(List.of(NewMember.History.values())))),
                        20);
        };
        ThreadId thread = thread(by);
        Instant at = now;
        shadows.deed(
                by.tenant(),
                change.toString(),
                in -> in.threads().change(by, thread, change, OptionalLong.empty(), at));
    }

    private NewMessage written(Caller by) {
        int number = Objects.requireNonNull(made.get(by.tenant())).messages++;
        return new NewMessage(
                Shadows.message(number),
                random.nextInt(8) == 0 ? MessageKind.SYSTEM : MessageKind.NORMAL,
                Visibility.EVERYONE,
                by.tenant() + " " + number,
                OptionalLong.empty(),
                now);
    }

    private Caller by(TenantId tenant) {
        return Caller.self(tenant, any(Shadows.PARTIES));
    }

    private ThreadId thread(Caller by) {
        return Shadows.thread(random.nextInt(Objects.requireNonNull(made.get(by.tenant())).threads));
    }

    private MessageId message(Caller by) {
        return Shadows.message(random.nextInt(Objects.requireNonNull(made.get(by.tenant())).messages));
    }

    private static NewMember member(Party party, Rights rights) {
        return new NewMember(party, rights, NewMember.History.FULL);
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** How many threads and messages a tenant was told to make. */
    private static final class Made {

        private int threads;
        private int messages;
    }
}
