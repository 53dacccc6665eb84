package dev.postroom.messaging.spi;

import java.util.Objects;

/**
 * A client key, and a fingerprint of the call that uses it.
 *
 * @param claim the claim of the key
 * @param fingerprint a versioned hash of what the host passed, at most 80 ASCII characters; the same key with another
 *     fingerprint is a conflict
 */
public record KeyClaim(Claim claim, String fingerprint) {

    /** Checks that no value is null. */
    public KeyClaim {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
