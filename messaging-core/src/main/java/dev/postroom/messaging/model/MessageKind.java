package dev.postroom.messaging.model;

/**
 * The kinds of message. The kind decides whether a message can be unread, moves its thread to the top, and can be a
 * preview.
 */
public enum MessageKind {
    /** A message that a party wrote: countable, active and previewable. */
    NORMAL(true),
    /** A message about an event, such as a new member: not countable, not active, not previewable. */
    SYSTEM(false);

    private final boolean normal;

    MessageKind(boolean normal) {
        this.normal = normal;
    }

    /**
     * Returns whether messages of this kind can be unread.
     *
     * @return true if they count as unread
     */
    public boolean countable() {
        return normal;
    }

    /**
     * Returns whether messages of this kind move their thread to the top, and bring it back where it was deleted or
     * archived.
     *
     * @return true if they do
     */
    public boolean active() {
        return normal;
    }

    /**
     * Returns whether a message of this kind can be shown as the last one of its thread.
     *
     * @return true if it can
     */
    public boolean previewable() {
        return normal;
    }
}
