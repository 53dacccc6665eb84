package dev.postroom.benchmarks;

/** What is timed, as one call of a host's: first what reads, before the tables grow. */
enum Job {
    INBOX("inbox page of 20"),
    THREAD("thread page of 50"),
    TOTALS("unread totals, 100 unread threads"),
    READ("mark read"),
    STAR("star"),
    SEND("send, 2 members"),
    CREATE_1("new thread, 1 member"),
    CREATE_10("new thread, 10 members"),
    CREATE_1000("new thread, 1,000 members");

    private final String title;

    Job(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** How many members a new thread has. */
    int members() {
        return switch (this) {
            case CREATE_1 -> 1;
            case CREATE_10 -> 10;
            case CREATE_1000 -> 1000;
            default -> throw new IllegalStateException(this + " makes no thread");
        };
    }
}
