package dev.postroom.messaging.model;

/** What a message is. Decides whether it counts as unread, moves its thread up, and can be a preview. */
public enum MessageKind {
    /** Written by a party: countable, active and previewable. */
    NORMAL(true),
    /** Tells of something that happened, such as a member joining: neither countable, active nor previewable. */
    SYSTEM(false);

    private final boolean normal;

    MessageKind(boolean normal) {
        this.normal = normal;
    }

    /**
     * Answers whether such a message can be unread.
     *
     * @return true if it counts
     */
    public boolean countable() {
        return normal;
    }

    /**
     * Answers whether such a message moves its thread to the top and brings it back where it was deleted or archived.
     *
     * @return true if it does
     */
    public boolean active() {
        return normal;
    }

    /**
     * Answers whether such a message can be shown as the last one of its thread.
     *
     * @return true if it can
     */
    public boolean previewable() {
        return normal;
    }
}
