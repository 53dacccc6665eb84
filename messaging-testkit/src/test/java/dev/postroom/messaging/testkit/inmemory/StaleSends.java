package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryMessages;
import dev.postroom.messaging.testkit.inmemory.internal.port.MessageWriting;
import dev.postroom.messaging.testkit.inmemory.internal.port.Parts;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Arrival;
import dev.postroom.messaging.testkit.inmemory.internal.rules.GuardCheck;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Storages that decide about a message on what they saw before they waited. */
public final class StaleSends {

    private StaleSends() {}

    /** Lets pass who was a member, and what was open, when the call came. */
    public static StorageFixture judgesBeforeItWaits() {
        return sending((view, command) -> {
            boolean fine = view.thread(command.by().tenant(), command.thread())
                    .filter(facts -> isOpenTo(facts, command.by().party()))
                    .isPresent();
            return rules -> new MessageWriting(fine ? BrokenParts.with(rules, lettingPass()) : rules);
        });
    }

    private static boolean isOpenTo(ThreadFacts facts, Party party) {
        return facts.info().closed().isEmpty()
                && facts.members().stream()
                        .anyMatch(member -> member.party().equals(party)
                                && member.active()
                                && member.rights().has(Right.SEND));
    }

    private static GuardCheck lettingPass() {
        return new GuardCheck(new VisibilityRules()) {
            private final Set<Refusal> judged = Set.of(Refusal.PAST_MEMBER, Refusal.FORBIDDEN, Refusal.CLOSED);

            @Override
            public Optional<Refusal> append(TenantData data, AppendMessage command) {
                return super.append(data, command).filter(refusal -> !judged.contains(refusal));
            }
        };
    }

    /** Brings the message to those who were members when the call came. */
    public static StorageFixture reachesWhoWasThereBeforeItWaited() {
        return sending((view, command) -> {
            Set<Party> seen = view.thread(command.by().tenant(), command.thread()).stream()
                    .flatMap(facts -> facts.members().stream())
                    .filter(MemberFact::active)
                    .map(MemberFact::party)
                    .collect(Collectors.toSet());
            return rules -> new MessageWriting(BrokenParts.with(rules, reachingOnly(seen)));
        });
    }

    private static Arrival reachingOnly(Set<Party> seen) {
        return new Arrival(new VisibilityRules()) {
            @Override
            public StoredMessage put(ThreadState thread, MemberState author, NewMessage given, Instant createdAt) {
                Map<MemberState, Long> before = new HashMap<>();
                thread.present()
                        .filter(member -> !seen.contains(member.party))
                        .forEach(member -> before.put(member, member.newestSeq));
                StoredMessage message = super.put(thread, author, given, createdAt);
                before.forEach((member, newest) -> member.newestSeq = newest);
                return message;
            }
        };
    }

    /** Looks whether the key was used, and stores the message afterwards whatever has happened. */
    public static StorageFixture looksUpTheKeyBeforeItWaits() {
        return sending((view, command) -> {
            boolean used = command.key()
                    .map(KeyClaim::claim)
                    .filter(key -> view.threads(command.by().tenant())
                            .anyMatch(facts -> facts.keys().containsKey(key.name())))
                    .isPresent();
            return rules -> new MessageWriting(rules) {
                @Override
                public SendOutcome append(TenantData data, AppendMessage late) {
                    if (!used) {
                        late.key().ifPresent(key -> data.usedKeys.remove(data.keys.claim(key.claim())));
                    }
                    return super.append(data, late);
                }
            };
        });
    }

    /** How a message is written, as decided before waiting. */
    private interface Writer {
        MessageWriting with(Rules rules);
    }

    private static StorageFixture sending(BiFunction<StaleView, AppendMessage, Writer> decision) {
        return StaleFixture.of(view -> new Parts() {
            @Override
            public InMemoryMessages messages(Tenants tenants, Rules rules) {
                return new InMemoryMessages(tenants, writing(rules), reading(rules)) {
                    @Override
                    public SendOutcome append(AppendMessage command) {
                        Writer writer = decision.apply(view.get(), command);
                        return tenants.in(
                                command.by().tenant(),
                                data -> writer.with(rules).append(data, command));
                    }
                };
            }
        });
    }
}
