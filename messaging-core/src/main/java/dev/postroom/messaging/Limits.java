package dev.postroom.messaging;

import dev.postroom.messaging.model.InvalidException;

/**
 * The limits on sizes and numbers. A value above a limit is refused with {@link
 * dev.postroom.messaging.model.TooLargeException}, a page size with {@link InvalidException}.
 *
 * @param textLength the maximum length of a message's text in characters (UTF-16 code units), at most 1,000,000
 * @param subjectLength the maximum length of a subject in characters, at most 1,000
 * @param members the maximum number of members of a thread, at most 100,000
 * @param defaultPageSize the number of items on a page if the query sets none
 * @param maximumPageSize the maximum number of items on a page, at most 1,000
 * @param previewLength the maximum length of a preview in characters, at most 1,000
 * @param unreadThreads the number of unread threads at which {@link Mailbox#unread()} stops counting
 */
public record Limits(
        int textLength,
        int subjectLength,
        int members,
        int defaultPageSize,
        int maximumPageSize,
        int previewLength,
        int unreadThreads) {

    /**
     * The default limits: texts of 20,000 characters, subjects of 255 characters, 10,000 members, pages of 10 items by
     * default and at most 100, previews of 75 characters, 1,000 unread threads.
     */
    public static final Limits DEFAULT = new Limits(20_000, 255, 10_000, 10, 100, 75, 1_000);

    /**
     * Checks the limits.
     *
     * @throws InvalidException if a limit is out of its range
     */
    public Limits {
        checked("textLength", textLength, 1_000_000);
        checked("subjectLength", subjectLength, 1_000);
        checked("members", members, 100_000);
        checked("maximumPageSize", maximumPageSize, 1_000);
        checked("defaultPageSize", defaultPageSize, maximumPageSize);
        checked("previewLength", previewLength, 1_000);
        checked("unreadThreads", unreadThreads, Integer.MAX_VALUE - 1);
    }

    private static void checked(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidException(field, "must be 1 to " + most + ", is " + value);
        }
    }

    /**
     * Sets the maximum length of a text.
     *
     * @param value the length in characters, 1 to 1,000,000
     * @return the changed limits
     */
    public Limits textLength(int value) {
        return new Limits(
                value, subjectLength, members, defaultPageSize, maximumPageSize, previewLength, unreadThreads);
    }

    /**
     * Sets the maximum length of a subject.
     *
     * @param value the length in characters, 1 to 1,000
     * @return the changed limits
     */
    public Limits subjectLength(int value) {
        return new Limits(textLength, value, members, defaultPageSize, maximumPageSize, previewLength, unreadThreads);
    }

    /**
     * Sets the maximum number of members of a thread.
     *
     * @param value the number of members, 1 to 100,000
     * @return the changed limits
     */
    public Limits members(int value) {
        return new Limits(
                textLength, subjectLength, value, defaultPageSize, maximumPageSize, previewLength, unreadThreads);
    }

    /**
     * Sets the page sizes.
     *
     * @param usual the number of items if the query sets none, 1 to {@code most}
     * @param most the maximum number of items, 1 to 1,000
     * @return the changed limits
     */
    public Limits pageSize(int usual, int most) {
        return new Limits(textLength, subjectLength, members, usual, most, previewLength, unreadThreads);
    }

    /**
     * Sets the maximum length of a preview.
     *
     * @param value the length in characters, 1 to 1,000
     * @return the changed limits
     */
    public Limits previewLength(int value) {
        return new Limits(textLength, subjectLength, members, defaultPageSize, maximumPageSize, value, unreadThreads);
    }

    /**
     * Sets the number of unread threads at which counting stops.
     *
     * @param value the number of threads, at least 1
     * @return the changed limits
     */
    public Limits unreadThreads(int value) {
        return new Limits(textLength, subjectLength, members, defaultPageSize, maximumPageSize, previewLength, value);
    }
}
