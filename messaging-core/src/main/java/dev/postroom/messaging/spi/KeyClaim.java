package dev.postroom.messaging.spi;

import java.util.Objects;

/**
 * A client key with what it was used for.
 *
 * @param claim the key's claim
 * @param fingerprint a versioned hash of what the host passed, at most 80 ASCII characters: the same key with another
 *     fingerprint is a conflict
 */
public record KeyClaim(Claim claim, String fingerprint) {

    /** Checks that everything is there. */
    public KeyClaim {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
