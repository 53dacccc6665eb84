package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryStars;
import dev.postroom.messaging.testkit.inmemory.internal.port.MessageWriting;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.AppendRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.ChangeLog;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes storages that store wrong data. */
final class BrokenWriting {

    private BrokenWriting() {}

    /** Returns and logs that it set the star, and does not store the star. */
    public static StorageFixture forgetsTheStar() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public InMemoryStars stars(Tenants tenants, Rules rules) {
                return new InMemoryStars(tenants, rules) {
                    @Override
                    public ChangeOutcome set(ThreadState thread, Caller by, long seq, boolean starred, Instant at) {
                        ChangeOutcome outcome = super.set(thread, by, seq, starred, at);
                        thread.member(by.party()).orElseThrow().stars.remove(seq);
                        return outcome;
                    }
                };
            }
        });
    }

    /** Moves read positions without a row of the log. */
    public static StorageFixture losesTheLogRow() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public ChangeLog log() {
                return new ChangeLog() {
                    @Override
                    public void write(ThreadState thread, Change change) {
                        if (change.type() != ChangeType.READ_MOVED) {
                            super.write(thread, change);
                        }
                    }
                };
            }
        });
    }

    /** Takes the time of a message from the clock alone. */
    public static StorageFixture followsTheClockBack() {
        return BrokenComponents.withAppendRules(visibility -> new AppendRules(visibility) {
            @Override
            public StoredMessage next(ThreadState thread, MemberState author, NewMessage given, Instant at) {
                return put(thread, author, given, at);
            }
        });
    }

    /** Takes the seq before it checks the guards, so that a refused message leaves a gap. */
    public static StorageFixture leavesAGapWhenItRefuses() {
        return BrokenComponents.fixture(new StorageComponents() {
            private final Map<ThreadState, Long> refused = new HashMap<>();

            @Override
            public AppendRules appending(VisibilityRules visibility) {
                return new AppendRules(visibility) {
                    @Override
                    public StoredMessage put(
                            ThreadState thread, MemberState author, NewMessage given, Instant createdAt) {
                        StoredMessage right = super.put(thread, author, given, createdAt);
                        long seq = right.seq() + refused.getOrDefault(thread, 0L);
                        StoredMessage moved =
                                StoredMessage.of(given, author.party, new Position(thread.id, seq), createdAt);
                        thread.messages.set((int) right.seq() - 1, moved);
                        return moved;
                    }
                };
            }

            @Override
            public MessageWriting writing(Rules rules) {
                return new MessageWriting(rules) {
                    @Override
                    public SendOutcome append(TenantData data, AppendMessage command) {
                        SendOutcome outcome = super.append(data, command);
                        if (outcome instanceof SendOutcome.Refused) {
                            data.thread(command.thread()).ifPresent(thread -> refused.merge(thread, 1L, Long::sum));
                        }
                        return outcome;
                    }
                };
            }
        });
    }

    /** Claims the key before it checks the guards, so that a refused message uses the key. */
    public static StorageFixture usesUpTheKeyOfARefusedSend() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public MessageWriting writing(Rules rules) {
                return new MessageWriting(rules) {
                    @Override
                    public SendOutcome append(TenantData data, AppendMessage command) {
                        SendOutcome outcome = super.append(data, command);
                        if (outcome instanceof SendOutcome.Refused) {
                            claim(data, command);
                        }
                        return outcome;
                    }
                };
            }
        });
    }

    /** Stores one message after the other until one is refused. */
    public static StorageFixture sendsThoseBeforeARefusal() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public MessageWriting writing(Rules rules) {
                return new MessageWriting(rules) {
                    @Override
                    public SendAllOutcome appendAll(TenantData data, List<AppendMessage> commands) {
                        return appendEach(data, commands);
                    }
                };
            }
        });
    }

    /** Answers in the order of its locks. */
    public static StorageFixture answersInAnOrderOfItsOwn() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public MessageWriting writing(Rules rules) {
                return new MessageWriting(rules) {
                    @Override
                    public SendAllOutcome appendAll(TenantData data, List<AppendMessage> commands) {
                        return super.appendAll(
                                data,
                                commands.stream()
                                        .sorted(Comparator.comparing(
                                                command -> command.thread().toString()))
                                        .toList());
                    }
                };
            }
        });
    }

    private static void claim(TenantData data, AppendMessage command) {
        command.key().ifPresent(key -> {
            Position never = new Position(command.thread(), 1);
            StoredKey stored =
                    new StoredKey(key.fingerprint(), command.message().id(), never, command.at());
            data.usedKeys.put(data.keys.claim(key.claim()), new TenantData.UsedKey(key.claim(), stored));
        });
    }
}
