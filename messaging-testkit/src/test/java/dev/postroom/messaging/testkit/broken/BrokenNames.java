package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.state.IdentityKeys;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Makes storages that treat different names as equal, as databases do with their usual collations. */
final class BrokenNames {

    private BrokenNames() {}

    public static StorageFixture ignoresCase() {
        return folding(name -> name.toLowerCase(Locale.ROOT));
    }

    public static StorageFixture ignoresTrailingBlanks() {
        return folding(String::stripTrailing);
    }

    public static StorageFixture ignoresAccents() {
        return folding(name -> Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }

    private static StorageFixture folding(UnaryOperator<String> fold) {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public IdentityKeys keys() {
                return new IdentityKeys() {
                    @Override
                    public Object tenant(TenantId tenant) {
                        return fold.apply(tenant.value());
                    }

                    @Override
                    public Object party(Party party) {
                        return fold.apply(party.key());
                    }

                    @Override
                    public Object claim(Claim claim) {
                        return new Claim(claim.kind(), fold.apply(claim.name()));
                    }
                };
            }
        });
    }
}
