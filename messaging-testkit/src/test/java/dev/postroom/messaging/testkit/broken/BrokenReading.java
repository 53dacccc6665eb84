package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryBoxes;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryMessages;
import dev.postroom.messaging.testkit.inmemory.internal.port.MessageReading;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.BoxRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes storages that answer queries from the wrong rows, or in the wrong order. */
final class BrokenReading {

    private BrokenReading() {}

    /** Finds a message by its id alone. */
    public static StorageFixture leaksMessagesOfOtherTenants() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public InMemoryMessages messages(Tenants tenants, Rules rules) {
                MessageReading reading = reading(rules);
                return new InMemoryMessages(tenants, writing(rules), reading) {
                    @Override
                    public Optional<MessageView> find(Caller by, MessageId message) {
                        return tenants.readAll(all -> all.stream()
                                .flatMap(data -> reading.find(data, by.party(), message).stream())
                                .findFirst());
                    }
                };
            }
        });
    }

    /** Finds a thread by its id alone. */
    public static StorageFixture leaksThreadsOfOtherTenants() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public InMemoryBoxes boxes(Tenants tenants, Rules rules) {
                return new InMemoryBoxes(tenants, rules) {
                    @Override
                    public Optional<ThreadSummary> find(Caller by, ThreadId thread, int previewLength) {
                        return tenants.readAll(all -> all.stream()
                                .flatMap(data -> seen(data, by.party(), thread).stream())
                                .findFirst()
                                .map(row -> row.summary(rules)));
                    }
                };
            }
        });
    }

    /** Counts the seqs of a range from the requested start, also if its reader sees nothing there yet. */
    public static StorageFixture beginsARangeOutsideTheWindow() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public MessageReading reading(Rules rules) {
                return new MessageReading(rules) {
                    @Override
                    public MessageRange up(ThreadState thread, MemberState member, long start, int seqs) {
                        MessageRange range = super.up(thread, member, start, seqs);
                        return new MessageRange(
                                range.messages().stream()
                                        .filter(message -> message.seq() - start < seqs)
                                        .toList(),
                                range.next());
                    }
                };
            }
        });
    }

    /** Treats a range in which its reader sees nothing as the last one. */
    public static StorageFixture endsAtAnEmptyRange() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public MessageReading reading(Rules rules) {
                return new MessageReading(rules) {
                    @Override
                    public Optional<MessageRange> range(TenantData data, RangeQuery query) {
                        return super.range(data, query)
                                .map(range -> range.messages().isEmpty()
                                        ? new MessageRange(List.of(), OptionalLong.empty())
                                        : range);
                    }
                };
            }
        });
    }

    /** Orders threads by time alone, so that a page can end between threads of the same time. */
    public static StorageFixture ignoresTheTieBreak() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public BoxRules boxes(VisibilityRules visibility) {
                return new BoxRules(visibility) {
                    @Override
                    public Comparator<BoxQuery.Place> order() {
                        return Comparator.comparing(BoxQuery.Place::at).reversed();
                    }
                };
            }
        });
    }
}
