package dev.postroom.messaging.spi;

/**
 * The default policy. It is a constant, so that core can recognize it and skip the reading that other policies need.
 */
enum Membership implements AccessPolicy {
    INSTANCE;

    @Override
    public Decision decide(Request request) {
        return Decision.allow();
    }
}
