package dev.postroom.messaging.testkit.broken.stale;

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
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryMessages;
import dev.postroom.messaging.testkit.inmemory.internal.port.MessageWriting;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.AppendRules;
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

/** Makes storages that decide about a message by data that they read before they waited. */
public final class StaleSends {

    private StaleSends() {}

    /** Accepts a message if its author was a member and the thread was open when the call began. */
    public static StorageFixture judgesBeforeItWaits() {
        return sending((view, command) -> {
            boolean fine = view.thread(command.by().tenant(), command.thread())
                    .filter(facts -> isOpenTo(facts, command.by().party()))
                    .isPresent();
            return rules -> new MessageWriting(fine ? BrokenComponents.with(rules, lettingPass()) : rules);
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

    /** Delivers the message to the parties that were members when the call began. */
    public static StorageFixture reachesWhoWasThereBeforeItWaited() {
        return sending((view, command) -> {
            Set<Party> seen = view.thread(command.by().tenant(), command.thread()).stream()
                    .flatMap(facts -> facts.members().stream())
                    .filter(MemberFact::active)
                    .map(MemberFact::party)
                    .collect(Collectors.toSet());
            return rules -> new MessageWriting(BrokenComponents.with(rules, reachingOnly(seen)));
        });
    }

    private static AppendRules reachingOnly(Set<Party> seen) {
        return new AppendRules(new VisibilityRules()) {
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

    /** Checks whether the key was used, waits, and stores the message without another check. */
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

    /** Writes a message by a decision from before the wait. */
    private interface Writer {
        MessageWriting with(Rules rules);
    }

    private static StorageFixture sending(BiFunction<StaleView, AppendMessage, Writer> decision) {
        return StaleFixture.of(view -> new StorageComponents() {
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
