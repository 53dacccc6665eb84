package dev.postroom.examples.quickstart;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.model.UserId;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what happened and what stands in the mailboxes. The methods that take a {@link Messaging} show how to read. */
final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_LISTED = 20;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Prints a title and leaves a line before it. */
    void title(String text) {
        String title = Display.harmless(text);
        out.println();
        out.println(title);
        out.println("─".repeat(Display.width(title)));
    }

    void line(String text) {
        out.println("  " + Display.harmless(text));
    }

    void input(String name, int conversations, int messages, int people, String database) {
        title("Postroom quick start");
        line("input     " + name + ": " + number(conversations) + " conversations, " + number(messages) + " messages, "
                + number(people) + " people");
        line("database  " + database);
    }

    void counts(Totals totals, List<Replayed> all) {
        title("What became of the input");
        count(totals.threads(), "threads");
        count(totals.sent(), "messages sent");
        count(totals.repeated(), "messages repeated: an earlier run had sent them, as their keys tell");
        count(totals.refused(), "messages refused");
        for (Replayed replayed : all) {
            for (Replayed.Refused refused : replayed.refused()) {
                Conversation.Entry message = refused.message();
                line("            " + replayed.conversation().id() + ", line " + message.line() + ", by "
                        + message.from().id() + ": " + refused.reason());
            }
        }
        count(totals.stars(), "stars set");
        count(totals.reads(), "times somebody marked a thread read at the end");
        if (totals.nothingAdded()) {
            line("Nothing was added.");
        }
    }

    /** One page of an inbox, with everything a list shows: no thread is asked for by itself. */
    void inbox(Messaging messaging, UserId person) {
        Page<ThreadSummary> page =
                messaging.as(person).threads(ThreadQuery.inbox().first(10).withTotal());
        title("Inbox of " + person.id() + ": " + part(page, page.total().orElseThrow()) + " threads");
        ConsoleTable table = new ConsoleTable()
                .text("Subject", 26)
                .text("Last by", 14)
                .text("Time (UTC)", 16)
                .number("Unread")
                .text("Preview", 75);
        for (ThreadSummary thread : page.items()) {
            table.row(
                    thread.subject(),
                    thread.last().map(last -> last.author().id()).orElse(""),
                    time(thread.activityAt()),
                    thread.unread() == 0 ? "" : thread.unread(),
                    thread.last().map(last -> last.preview()).orElse(""));
        }
        table.print(out);
    }

    /** The beginning of a thread as one person sees it: the shortest of the latest with a star and something unread. */
    void thread(Messaging messaging, UserId person) {
        Mailbox mailbox = messaging.as(person);
        Optional<ThreadSummary> chosen = mailbox.threads(ThreadQuery.starred().unread()).items().stream()
                .min(Comparator.comparingLong(thread -> thread.position().seq()));
        if (chosen.isEmpty()) {
            return;
        }
        ThreadSummary thread = chosen.get();
        Page<MessageView> page =
                mailbox.messages(thread.threadId(), MessageQuery.oldest().first(12));
        title("\"" + thread.subject() + "\" as " + person.id() + " sees it: "
                + part(page, thread.position().seq()) + " messages, ★ starred, ● unread");
        ConsoleTable table = new ConsoleTable()
                .number("#")
                .text("", 2)
                .text("Time (UTC)", 16)
                .text("Author", 14)
                .wrapped("Text");
        for (MessageView view : page.items()) {
            table.row(
                    view.seq(),
                    (view.starred() ? "★" : " ") + (view.read() ? " " : "●"),
                    time(view.message().sentAt()),
                    view.author().id(),
                    view.text());
        }
        table.print(out);
    }

    /** The threads with a star of the person's own. */
    void starred(Messaging messaging, UserId person) {
        Page<ThreadSummary> page =
                messaging.as(person).threads(ThreadQuery.starred().first(5).withTotal());
        title("Starred by " + person.id() + ": " + part(page, page.total().orElseThrow()) + " threads");
        ConsoleTable table =
                new ConsoleTable().text("Subject", 40).number("Stars").text("Last active", 16);
        for (ThreadSummary thread : page.items()) {
            table.row(thread.subject(), thread.mine().stars(), time(thread.activityAt()));
        }
        table.print(out);
    }

    /** What a badge shows. Counting stops at a limit, so that it costs little however much there is. */
    void unread(Messaging messaging, List<UserId> people) {
        title("Unread");
        ConsoleTable table =
                new ConsoleTable().text("Person", 20).number("Threads").number("Messages");
        for (UserId person : people) {
            UnreadTotals unread = messaging.as(person).unread();
            String atLeast = unread.complete() ? "" : "≥ ";
            table.row(person.id(), atLeast + unread.threads(), atLeast + unread.messages());
        }
        table.print(out);
    }

    void verified(VerifyReport verified) {
        String found = verified.ok()
                ? "every rule holds"
                : number(verified.violations().size()) + " rules are broken";
        line(number(verified.threads()) + " threads with " + number(verified.messages()) + " messages: " + found);
        list(verified.violations().stream()
                .map(violation -> violation.rule() + ": " + violation.detail())
                .toList());
    }

    void checked(Totals totals, List<String> differences) {
        if (differences.isEmpty()) {
            line("all " + number(totals.accepted()) + " messages found, in order, once");
            if (totals.refused() > 0) {
                line(number(totals.refused()) + " messages were refused, as said above, and are not there");
            }
        } else {
            line(number(differences.size()) + " differences");
            list(differences);
        }
    }

    private void count(int number, String what) {
        line(String.format(Locale.ROOT, "%,9d %s", number, what));
    }

    private void list(List<String> lines) {
        lines.stream().limit(MOST_LISTED).forEach(line -> line("  " + line));
        if (lines.size() > MOST_LISTED) {
            line("  and " + number(lines.size() - MOST_LISTED) + " more");
        }
    }

    private static String part(Page<?> page, long all) {
        return number(page.items().size()) + " of " + number(all);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
