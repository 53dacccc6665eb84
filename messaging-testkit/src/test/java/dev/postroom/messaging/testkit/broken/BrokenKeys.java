package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryMessages;
import dev.postroom.messaging.testkit.inmemory.internal.port.MessageWriting;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import java.util.Optional;

/** Makes a storage whose client keys are unique in one thread only, as with a unique key on (thread, sender, key). */
final class BrokenKeys {

    private BrokenKeys() {}

    public static StorageFixture countsKeysPerThread() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public MessageWriting writing(Rules rules) {
                return new MessageWriting(rules) {
                    @Override
                    public SendOutcome append(TenantData data, AppendMessage command) {
                        return super.append(data, inThread(command));
                    }
                };
            }

            @Override
            public InMemoryMessages messages(Tenants tenants, Rules rules) {
                return new InMemoryMessages(tenants, writing(rules), reading(rules)) {
                    @Override
                    public Optional<StoredKey> findKey(Caller by, Claim key) {
                        return tenants.in(
                                by.tenant(),
                                data -> data.threads.keySet().stream()
                                        .flatMap(thread -> data.usedKey(inThread(key, thread)).stream())
                                        .findFirst());
                    }
                };
            }
        });
    }

    private static AppendMessage inThread(AppendMessage command) {
        return new AppendMessage(
                command.by(),
                command.thread(),
                command.message(),
                command.key().map(key -> new KeyClaim(inThread(key.claim(), command.thread()), key.fingerprint())),
                command.seenSeq(),
                command.expectedRevision(),
                command.at());
    }

    private static Claim inThread(Claim key, Object thread) {
        return new Claim(key.kind(), key.name() + "@" + thread);
    }
}
