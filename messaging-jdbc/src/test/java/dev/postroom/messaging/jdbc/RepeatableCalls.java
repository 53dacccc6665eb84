package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.as;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadChange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every call that writes, by a name, with the same ids and times whenever it is run on the same past. */
final class RepeatableCalls {

    private static final Party CARL = UserId.of("carl");
    private static final Party DORA = UserId.of("dora");
    private static final Party EVE = UserId.of("eve");
    /** Of anna, bob and carl; reads what was seen; closed threads reject. */
    private static final ThreadId PLAIN = ThreadId.of(id("plain"));
    /** The same, but replies read everything before, messages reopen it, and it is closed. */
    private static final ThreadId CLOSED = ThreadId.of(id("closed"));
    /** Of five members, so that it is large. */
    private static final ThreadId LARGE = ThreadId.of(id("large"));

    private static final ThreadRules REOPENING =
            new ThreadRules(ClosedRule.REOPEN, ReplyReads.EVERYTHING_BEFORE, false, false, 1);

    private RepeatableCalls() {}

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The past, in an empty storage. */
    static void prepare(Storage in) {
        in.threads().create(group(PLAIN, ThreadRules.DEFAULT, "first", ANNA, BOB, CARL));
        in.threads().create(group(CLOSED, REOPENING, "closed first", ANNA, BOB, CARL));
        in.threads().create(group(LARGE, ThreadRules.DEFAULT, "large first", ANNA, BOB, CARL, DORA, EVE));
        for (String text : List.of("second", "third")) {
            in.messages().append(append(ANNA, PLAIN, text, Optional.empty(), 0));
        }
        in.messages().append(append(BOB, PLAIN, "fourth", Optional.empty(), 0));
        in.messages().append(append(ANNA, LARGE, "large second", Optional.empty(), 0));
        change(in, CLOSED, new ThreadChange.Close());
        change(in, PLAIN, new ThreadChange.RemoveMembers(List.of(CARL)));
        in.stars().setMessage(as(BOB), message("first"), true, NOW);
        in.stars().setMessage(as(BOB), message("second"), true, NOW);
        in.stars().setThread(as(BOB), CLOSED, true, NOW);
        move(in, Move.READ_UP_TO, LARGE, 1);
        move(in, Move.ARCHIVE, CLOSED, 1);
    }

    static Set<String> names() {
        return all().keySet();
    }

    static Map<String, Consumer<Storage>> all() {
        Map<String, Consumer<Storage>> calls = new LinkedHashMap<>();
        creating(calls);
        sending(calls);
        marking(calls);
        changing(calls);
        return calls;
    }

    private static void creating(Map<String, Consumer<Storage>> calls) {
        ThreadId made = ThreadId.of(id("made"));
        calls.put("create", in -> in.threads().create(group(made, REOPENING, "made", ANNA, BOB)));
        calls.put(
                "create large", in -> in.threads().create(group(made, REOPENING, "made", ANNA, BOB, CARL, DORA, EVE)));
        calls.put("create direct", in -> in.threads().create(direct(made, false, false)));
        calls.put("create direct with a message", in -> in.threads().create(direct(made, true, false)));
        calls.put("create direct with a key", in -> in.threads().create(direct(made, true, true)));
    }

    private static void sending(Map<String, Consumer<Storage>> calls) {
        Optional<String> key = Optional.of("key");
        Optional<String> none = Optional.empty();
        calls.put("send", in -> in.messages().append(append(BOB, PLAIN, "new", none, 0)));
        calls.put("send by key", in -> in.messages().append(append(BOB, PLAIN, "new", key, 0)));
        calls.put("send seen", in -> in.messages().append(append(BOB, PLAIN, "new", none, 3)));
        calls.put("send seen by key", in -> in.messages().append(append(BOB, PLAIN, "new", key, 3)));
        calls.put("send to a large thread", in -> in.messages().append(append(BOB, LARGE, "new", none, 2)));
        calls.put("send to a closed thread", in -> in.messages().append(append(BOB, CLOSED, "new", none, 0)));
        calls.put("send to a closed thread by key", in -> in.messages().append(append(BOB, CLOSED, "new", key, 0)));
        calls.put(
                "send to two",
                in -> in.messages()
                        .appendAll(List.of(append(BOB, CLOSED, "new", none, 0), append(BOB, PLAIN, "newer", key, 3))));
    }

    private static void marking(Map<String, Consumer<Storage>> calls) {
        calls.put("read", in -> move(in, Move.READ_UP_TO, PLAIN, 3));
        calls.put("mark unread", in -> move(in, Move.UNREAD_FROM, LARGE, 1));
        calls.put("archive", in -> move(in, Move.ARCHIVE, PLAIN, 2));
        calls.put("unarchive", in -> move(in, Move.UNARCHIVE, CLOSED, 0));
        calls.put("delete a thread", in -> move(in, Move.DELETE, PLAIN, 3));
        calls.put("read all", in -> in.positions().readAll(as(BOB), NOW));
        calls.put("star", in -> in.stars().setMessage(as(BOB), message("third"), true, NOW));
        calls.put("unstar", in -> in.stars().setMessage(as(BOB), message("first"), false, NOW));
        calls.put("star a thread", in -> in.stars().setThread(as(BOB), PLAIN, true, NOW));
        calls.put("unstar a thread", in -> in.stars().setThread(as(BOB), CLOSED, false, NOW));
        calls.put("clear stars", in -> in.stars().clear(as(BOB), PLAIN, NOW));
        calls.put("hide", in -> in.messages().hide(as(BOB), message("second"), NOW));
        calls.put("delete for everyone", in -> delete(in, "second"));
        calls.put("delete the last for everyone", in -> delete(in, "fourth"));
    }

    private static void changing(Map<String, Consumer<Storage>> calls) {
        calls.put("rename", in -> change(in, PLAIN, new ThreadChange.Rename("Cellar")));
        calls.put("close", in -> change(in, PLAIN, new ThreadChange.Close()));
        calls.put("reopen", in -> change(in, CLOSED, new ThreadChange.Reopen()));
        calls.put("add", in -> change(in, PLAIN, adding(DORA)));
        calls.put("add again", in -> change(in, PLAIN, adding(CARL, DORA)));
        calls.put("add until large", in -> change(in, CLOSED, adding(DORA, EVE)));
        calls.put("remove", in -> change(in, CLOSED, new ThreadChange.RemoveMembers(List.of(CARL))));
        calls.put(
                "remove until small",
                in -> change(in, LARGE, new ThreadChange.RemoveMembers(List.of(CARL, DORA, EVE))));
    }

    private static MessageId message(String text) {
        return MessageId.of(id(text));
    }

    private static NewMessage written(String text) {
        return new NewMessage(message(text), MessageKind.NORMAL, Visibility.EVERYONE, text, OptionalLong.empty(), NOW);
    }

    private static CreateThread group(ThreadId thread, ThreadRules rules, String first, Party... members) {
        return create(
                thread,
                ThreadShape.GROUP,
                rules,
                Optional.of(written(first)),
                Optional.empty(),
                Optional.empty(),
                members);
    }

    private static CreateThread direct(ThreadId thread, boolean first, boolean keyed) {
        return create(
                thread,
                ThreadShape.DIRECT,
                ThreadRules.DEFAULT,
                first ? Optional.of(written("made")) : Optional.empty(),
                Optional.of(Claim.pair(ANNA, EVE)),
                keyed ? Optional.of(key(ANNA, "direct")) : Optional.empty(),
                ANNA,
                EVE);
    }

    private static CreateThread create(
            ThreadId thread,
            ThreadShape shape,
            ThreadRules rules,
            Optional<NewMessage> first,
            Optional<Claim> pair,
            Optional<KeyClaim> key,
            Party... members) {
        List<NewMember> all = Stream.of(members)
                .map(party -> member(party, party.equals(ANNA) ? Rights.MANAGER : Rights.MEMBER))
                .toList();
        return new CreateThread(as(ANNA), thread, shape, "Roof", rules, all, first, pair, key, NOW);
    }

    private static NewMember member(Party party, Rights rights) {
        return new NewMember(party, rights, NewMember.History.FULL);
    }

    private static KeyClaim key(Party author, String key) {
        return new KeyClaim(Claim.key(author, ClientKey.of(key)), "1:fingerprint");
    }

    private static AppendMessage append(Party author, ThreadId thread, String text, Optional<String> key, long seen) {
        return new AppendMessage(
                as(author),
                thread,
                written(text),
                key.map(name -> key(author, name)),
                seen == 0 ? OptionalLong.empty() : OptionalLong.of(seen),
                OptionalLong.empty(),
                NOW);
    }

    private static void move(Storage in, Move move, ThreadId thread, long seq) {
        in.positions().move(as(BOB), move, Position.of(thread, seq), NOW);
    }

    private static void delete(Storage in, String text) {
        in.messages().delete(as(ANNA), message(text), OptionalLong.empty(), NOW);
    }

    private static ThreadChange adding(Party... parties) {
        return new ThreadChange.AddMembers(
                Stream.of(parties).map(party -> member(party, Rights.MEMBER)).toList(), 100);
    }

    private static void change(Storage in, ThreadId thread, ThreadChange change) {
        in.threads().change(as(ANNA), thread, change, OptionalLong.empty(), NOW);
    }
}
