package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.AppendRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.GuardCheck;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import java.util.function.Function;

/** Makes in-memory storages with faulty components. */
final class BrokenComponents {

    private BrokenComponents() {}

    static StorageFixture fixture(StorageComponents parts) {
        return new InMemoryFixture(new InMemoryStorage(parts));
    }

    /** Makes a storage with faulty rules of visibility. */
    static StorageFixture withVisibility(VisibilityRules visibility) {
        return fixture(new StorageComponents() {
            @Override
            public VisibilityRules visibility() {
                return visibility;
            }
        });
    }

    /** Makes a storage with faulty rules for new messages. */
    static StorageFixture withAppendRules(Function<VisibilityRules, AppendRules> appending) {
        return fixture(new StorageComponents() {
            @Override
            public AppendRules appending(VisibilityRules visibility) {
                return appending.apply(visibility);
            }
        });
    }

    static Rules with(Rules rules, GuardCheck guards) {
        return new Rules(rules.visibility(), rules.boxes(), guards, rules.appending(), rules.log());
    }

    static Rules with(Rules rules, AppendRules appending) {
        return new Rules(rules.visibility(), rules.boxes(), rules.guards(), appending, rules.log());
    }
}
