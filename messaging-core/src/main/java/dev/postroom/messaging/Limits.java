package dev.postroom.messaging;

import dev.postroom.messaging.model.InvalidException;

/**
 * How large things may be. What exceeds a limit is refused with {@link dev.postroom.messaging.model.TooLargeException},
 * a page size with {@link InvalidException}.
 *
 * @param textLength characters (UTF-16 units) of a message's text, at most 1,000,000
 * @param subjectLength characters of a subject, at most 1,000
 * @param members members of a thread, at most 100,000
 * @param defaultPageSize items on a page when the query says nothing
 * @param maximumPageSize items on a page, at most 1,000
 * @param previewLength characters of a preview, at most 1,000
 * @param unreadThreads at how many unread threads {@link Mailbox#unread()} stops counting
 */
public record Limits(
        int textLength,
        int subjectLength,
        int members,
        int defaultPageSize,
        int maximumPageSize,
        int previewLength,
        int unreadThreads) {

    /** Texts of 20,000 characters, subjects of 255, 10,000 members, pages of 10 to 100, previews of 75, 1,000 unread. */
    public static final Limits DEFAULT = new Limits(20_000, 255, 10_000, 10, 100, 75, 1_000);

    /**
     * Checks the limits.
     *
     * @throws InvalidException if one is out of its range
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
     * Changes the longest text.
     *
     * @param value characters, 1 to 1,000,000
     * @return the changed limits
     */
    public Limits textLength(int value) {
        return new Limits(
                value, subjectLength, members, defaultPageSize, maximumPageSize, previewLength, unreadThreads);
    }

    /**
     * Changes the longest subject.
     *
     * @param value characters, 1 to 1,000
     * @return the changed limits
     */
    public Limits subjectLength(int value) {
        return new Limits(textLength, value, members, defaultPageSize, maximumPageSize, previewLength, unreadThreads);
    }

    /**
     * Changes the most members of a thread.
     *
     * @param value members, 1 to 100,000
     * @return the changed limits
     */
    public Limits members(int value) {
        return new Limits(
                textLength, subjectLength, value, defaultPageSize, maximumPageSize, previewLength, unreadThreads);
    }

    /**
     * Changes the page sizes.
     *
     * @param usual when the query says nothing, 1 to {@code most}
     * @param most the largest, 1 to 1,000
     * @return the changed limits
     */
    public Limits pageSize(int usual, int most) {
        return new Limits(textLength, subjectLength, members, usual, most, previewLength, unreadThreads);
    }

    /**
     * Changes the longest preview.
     *
     * @param value characters, 1 to 1,000
     * @return the changed limits
     */
    public Limits previewLength(int value) {
        return new Limits(textLength, subjectLength, members, defaultPageSize, maximumPageSize, value, unreadThreads);
    }

    /**
     * Changes where counting of unread threads stops.
     *
     * @param value threads, at least 1
     * @return the changed limits
     */
    public Limits unreadThreads(int value) {
        return new Limits(textLength, subjectLength, members, defaultPageSize, maximumPageSize, previewLength, value);
    }
}
