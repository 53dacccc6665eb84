package dev.postroom.benchmarks;

import dev.postroom.benchmarks.Contest.Operation;
import dev.postroom.benchmarks.Contest.Outcome;
import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the cost of a call grows with what there is: the same call at several sizes, in turns, on the same tables. */
final class Growth implements Suite {

    private static final String NOTES = """
            ## How cost grows

            The same call at several sizes, in turns, on the same tables, each as a transaction of its own. Medians are
            microseconds; ratios compare each size with the smallest one within a round (the median, and what half of the
            rounds lie between). The aim was set beforehand and is for the median of every size.

            * Inboxes and totals are those of users with as many threads of one message each; 100 of the threads are unread.
            * Thread pages are the newest ones. A page of 10 is compared with all there is in a thread of 10 messages, a page
              of 50 between threads that have as many.
            * What is marked read has been made unread before, untimed: as many messages of somebody else, and one of the
              reader's own after them, or without that one: then how many are own has to be looked up.
            * Messages are sent to five groups of each size in turns. Above 20 members a thread is large, by default: a
              message writes one member's row, and who is in it looks at the thread with each page and total. What that
              costs the last two lines tell, of users with 1,000 threads of two, 100 of them unread, and so many large ones,
              all of them unread.
            """;

    /** Where the question is what it costs. */
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String run(List<DatabaseEngine> engines, Effort effort) throws Exception {
        StringBuilder text = new StringBuilder(NOTES);
        for (DatabaseEngine engine : engines) {
            long start = System.nanoTime();
            try (Site site = Site.start(engine);
                    Grown grown = Grown.on(site, effort)) {
                long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
                MarkdownTable table = new MarkdownTable("call", "sizes", "median", "to the smallest", "aim", "met");
                for (Question question : questions(grown, effort)) {
                    ask(question, effort, table);
                }
                text.append("\n### %s\n\n%s\nStarted and filled in %s s.\n".formatted(engine.title(), table, seconds));
            }
        }
        return text.toString();
    }

    private static List<Question> questions(Grown grown, Effort effort) {
        IntFunction<Operation> send =
                members -> turn -> grown.reader().reply(grown.group(members, turn), Draft.text(BenchmarkScene.TEXT));
        return List.of(
                new Question(
                        "inbox page of 20, threads",
                        1.5,
                        List.of(100, 10_000, 1_000_000),
                        threads -> inbox(grown.owner(threads), Math.min(BenchmarkScene.PAGE, effort.size(threads)))),
                new Question(
                        "thread page of 10, messages",
                        1.5,
                        List.of(10, 1_000, 1_000_000),
                        messages -> page(grown, messages, Math.min(10, effort.size(messages) + 1), 10)),
                new Question(
                        "thread page of 50, messages",
                        1.5,
                        List.of(1_000, 100_000, 1_000_000),
                        messages -> page(grown, messages, Math.min(50, effort.size(messages) + 1), 50)),
                new Question(
                        "unread totals, messages",
                        1.5,
                        List.of(1_000, 10_000, 1_000_000),
                        messages -> totals(
                                grown.owner(messages), Math.min(effort.size(Grown.UNREAD), effort.size(messages)))),
                new Question(
                        "mark read, backlog",
                        1.5,
                        Grown.MESSAGES,
                        messages -> new MarkRead(grown.reader(), grown.thread(messages), effort.size(messages) + 1)),
                new Question(
                        "mark read before an own message, backlog",
                        1.5,
                        Grown.MESSAGES,
                        messages -> new MarkRead(grown.reader(), grown.thread(messages), effort.size(messages))),
                new Question("send, members of small threads", 2.5, List.of(2, 10, 20), send),
                new Question("send, members of large threads", 2, List.of(2, 50, 1_000, 10_000), send),
                new Question(
                        "inbox page of 20, large threads of the user's",
                        UNLIMITED,
                        Grown.CROWDS,
                        crowds -> inbox(
                                grown.joiner(crowds),
                                Math.min(BenchmarkScene.PAGE, effort.size(Grown.BESIDE) + effort.size(crowds)))),
                new Question(
                        "unread totals, large threads of the user's, unread",
                        UNLIMITED,
                        Grown.CROWDS,
                        crowds -> totals(
                                grown.joiner(crowds),
                                Math.min(effort.size(Grown.UNREAD), effort.size(Grown.BESIDE)) + effort.size(crowds))));
    }

    private static Operation inbox(Mailbox owner, int expected) {
        ThreadQuery query = ThreadQuery.inbox().first(BenchmarkScene.PAGE);
        return turn -> expect(expected, owner.threads(query).items().size());
    }

    private static Operation page(Grown grown, int messages, int expected, int size) {
        MessageQuery query = MessageQuery.newest().first(size);
        ThreadId thread = grown.thread(messages);
        Mailbox reader = grown.reader();
        return turn -> expect(expected, reader.messages(thread, query).items().size());
    }

    private static Operation totals(Mailbox owner, int expected) {
        return turn -> expect(expected, owner.unread().threads());
    }

    private static void expect(long expected, long answered) {
        if (expected != answered) {
            throw new IllegalStateException("expected " + expected + ", got " + answered);
        }
    }

    private static void ask(Question question, Effort effort, MarkdownTable table) throws SQLException {
        List<Integer> sizes = question.sizes();
        Outcome outcome =
                effort.contest().run(sizes.stream().map(question.call()::apply).toList());
        boolean kept = IntStream.range(1, sizes.size()).allMatch(i -> outcome.ratio(i, 0) <= question.limit());
        table.row(
                question.title(),
                sizes.stream().map(size -> text("%,d", effort.size(size))).collect(Collectors.joining(" / ")),
                each(0, sizes, i -> text("%,.0f", outcome.median(i))),
                each(1, sizes, i -> outcome.ratioText(i, 0)),
                question.limit() == UNLIMITED ? "" : text("%.1f", question.limit()),
                question.limit() == UNLIMITED ? "" : kept ? "yes" : "**no**");
    }

    private static String each(int from, List<Integer> sizes, IntFunction<String> text) {
        return IntStream.range(from, sizes.size()).mapToObj(text).collect(Collectors.joining(" / "));
    }

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** One call at several sizes, the smallest first, and how many times as much as that one the others may cost. */
    private record Question(String title, double limit, List<Integer> sizes, IntFunction<Operation> call) {}

    /** Marks a thread read that is unread from its first message on each time. */
    private record MarkRead(Mailbox reader, ThreadId thread, long last) implements Operation {

        @Override
        public void prepare(int turn) {
            reader.markUnread(thread);
        }

        @Override
        public void run(int turn) {
            if (!reader.markReadUpTo(Position.of(thread, last))) {
                throw new IllegalStateException("nothing was unread in " + thread);
            }
        }
    }
}
