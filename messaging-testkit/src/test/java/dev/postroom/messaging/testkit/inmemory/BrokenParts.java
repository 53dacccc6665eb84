package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.Parts;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Arrival;
import dev.postroom.messaging.testkit.inmemory.internal.rules.GuardCheck;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import java.util.function.Function;

/** How in-memory storages of wrong parts are put together. */
final class BrokenParts {

    private BrokenParts() {}

    static StorageFixture fixture(Parts parts) {
        return new InMemoryFixture(new InMemoryStorage(parts));
    }

    /** A storage that sees and counts wrongly. */
    static StorageFixture withSight(VisibilityRules sight) {
        return fixture(new Parts() {
            @Override
            public VisibilityRules sight() {
                return sight;
            }
        });
    }

    /** A storage that places new messages wrongly. */
    static StorageFixture withArrival(Function<VisibilityRules, Arrival> arrival) {
        return fixture(new Parts() {
            @Override
            public Arrival arrival(VisibilityRules sight) {
                return arrival.apply(sight);
            }
        });
    }

    static Rules with(Rules rules, GuardCheck guards) {
        return new Rules(rules.sight(), rules.placing(), guards, rules.arrival(), rules.log());
    }

    static Rules with(Rules rules, Arrival arrival) {
        return new Rules(rules.sight(), rules.placing(), rules.guards(), arrival, rules.log());
    }
}
