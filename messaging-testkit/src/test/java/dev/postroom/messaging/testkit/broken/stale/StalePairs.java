package dev.postroom.messaging.testkit.broken.stale;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryThreads;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.IdentityKeys;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a storage that looks for the thread of a pair before it waits, and creates one if it found none. */
public final class StalePairs {

    private StalePairs() {}

    public static StorageFixture looksFirstAndCreatesThen() {
        return StaleFixture.of(view -> new StorageComponents() {
            @Override
            public IdentityKeys keys() {
                return new IdentityKeys() {
                    @Override
                    public Object claim(Claim claim) {
                        return claim.kind() == Claim.Kind.PAIR ? new Object() : super.claim(claim);
                    }
                };
            }

            @Override
            public InMemoryThreads threads(Tenants tenants, Rules rules) {
                return new InMemoryThreads(tenants, creating(rules), changing(rules)) {
                    @Override
                    public CreateOutcome create(CreateThread command) {
                        Optional<CreateOutcome> taken = command.pair()
                                .flatMap(pair -> directThread(view.get(), command))
                                .map(CreateOutcome.PairTaken::new);
                        return taken.orElseGet(() -> super.create(command));
                    }
                };
            }
        });
    }

    private static Optional<ThreadId> directThread(StaleView view, CreateThread command) {
        Set<Party> pair = command.members().stream().map(NewMember::party).collect(Collectors.toSet());
        return view.threads(command.by().tenant())
                .filter(facts -> facts.info().shape() == ThreadShape.DIRECT)
                .filter(facts -> pair.equals(
                        facts.members().stream().map(MemberFact::party).collect(Collectors.toSet())))
                .map(facts -> facts.info().id())
                .findFirst();
    }
}
