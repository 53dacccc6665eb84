package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.AppendRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.GuardCheck;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import java.util.function.Function;

/** Makes in-memory storages with faulty components. Tests of other packages use it, because the constructors are not public. */
@SuppressWarnings("exports") // a test class is in no module that others read
public final class BrokenComponents {

    private BrokenComponents() {}

    public static StorageFixture fixture(StorageComponents components) {
        return fixture(storage(components));
    }

    public static InMemoryFixture fixture(InMemoryStorage storage) {
        return new InMemoryFixture(storage);
    }

    public static InMemoryStorage storage(StorageComponents components) {
        return new InMemoryStorage(components);
    }

    /** Makes a storage with faulty rules of visibility. */
    public static StorageFixture withVisibility(VisibilityRules visibility) {
        return fixture(new StorageComponents() {
            @Override
            public VisibilityRules visibility() {
                return visibility;
            }
        });
    }

    /** Makes a storage with faulty rules for new messages. */
    public static StorageFixture withAppendRules(Function<VisibilityRules, AppendRules> appending) {
        return fixture(new StorageComponents() {
            @Override
            public AppendRules appending(VisibilityRules visibility) {
                return appending.apply(visibility);
            }
        });
    }

    public static Rules with(Rules rules, GuardCheck guards) {
        return new Rules(rules.visibility(), rules.boxes(), guards, rules.appending(), rules.log());
    }

    public static Rules with(Rules rules, AppendRules appending) {
        return new Rules(rules.visibility(), rules.boxes(), rules.guards(), appending, rules.log());
    }
}
