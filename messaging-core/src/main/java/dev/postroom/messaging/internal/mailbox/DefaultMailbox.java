package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Reply;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember.History;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.Collection;
import java.util.List;

/** Passes each call of a mailbox to the class that implements it. */
final class DefaultMailbox implements Mailbox {

    private final Caller by;
    private final Sending sending;
    private final SendingAll sendingAll;
    private final Commands commands;
    private final Reading reading;
    private final ThreadListing threads;
    private final MessageListing messages;

    DefaultMailbox(DefaultMessaging engine, Caller by) {
        this.by = by;
        this.sending = new Sending(engine, by);
        this.sendingAll = new SendingAll(engine, sending, new PolicyCheck(engine, by));
        this.commands = new Commands(engine, by);
        this.reading = new Reading(engine, by);
        this.threads = new ThreadListing(engine, by);
        this.messages = new MessageListing(engine, by);
    }

    @Override
    public Party party() {
        return by.party();
    }

    @Override
    public Sent send(NewThread thread) {
        return sending.send(Arguments.arg("thread", thread));
    }

    @Override
    public ThreadId direct(Party other) {
        return sending.direct(Arguments.arg("other", other));
    }

    @Override
    public Sent reply(ThreadId thread, Draft draft) {
        return sending.reply(Arguments.arg("thread", thread), Arguments.arg("draft", draft));
    }

    @Override
    public List<Sent> sendAll(List<Reply> replies) {
        List<Reply> all = Arguments.arg("replies", replies);
        all.forEach(reply -> Arguments.arg("reply", reply));
        return sendingAll.send(all);
    }

    @Override
    public Page<ThreadSummary> threads(ThreadQuery query) {
        return threads.page(Arguments.arg("query", query));
    }

    @Override
    public ThreadSummary thread(ThreadId thread) {
        return reading.thread(Arguments.arg("thread", thread));
    }

    @Override
    public Page<MessageView> messages(ThreadId thread, MessageQuery query) {
        return messages.page(Arguments.arg("thread", thread), Arguments.arg("query", query));
    }

    @Override
    public MessageView message(MessageId message) {
        return reading.message(Arguments.arg("message", message));
    }

    @Override
    public List<Recipient> recipients(MessageId message) {
        return reading.recipients(Arguments.arg("message", message));
    }

    @Override
    public List<Member> members(ThreadId thread) {
        return reading.members(Arguments.arg("thread", thread));
    }

    @Override
    public UnreadTotals unread() {
        return reading.unread();
    }

    @Override
    public UnreadTotals unreadExactly() {
        return reading.unreadExactly();
    }

    @Override
    public boolean markReadUpTo(Position position) {
        return commands.move(Move.READ_UP_TO, Arguments.arg("position", position));
    }

    @Override
    public boolean markUnreadFrom(Position position) {
        return commands.move(Move.UNREAD_FROM, Arguments.atLeastFirst(Arguments.arg("position", position)));
    }

    @Override
    public boolean markUnread(ThreadId thread) {
        return commands.markUnread(Arguments.arg("thread", thread));
    }

    @Override
    public long markAllRead() {
        return commands.readAll();
    }

    @Override
    public boolean archive(Position position) {
        return commands.move(Move.ARCHIVE, Arguments.arg("position", position));
    }

    @Override
    public boolean unarchive(ThreadId thread) {
        return commands.move(Move.UNARCHIVE, Position.of(Arguments.arg("thread", thread), 0));
    }

    @Override
    public boolean deleteForMe(Position position) {
        return commands.move(Move.DELETE, Arguments.arg("position", position));
    }

    @Override
    public boolean deleteForMe(MessageId message) {
        return commands.hide(Arguments.arg("message", message));
    }

    @Override
    public boolean deleteForEveryone(MessageId message) {
        return commands.delete(Arguments.arg("message", message));
    }

    @Override
    public boolean star(MessageId message) {
        return commands.star(Arguments.arg("message", message), true);
    }

    @Override
    public boolean unstar(MessageId message) {
        return commands.star(Arguments.arg("message", message), false);
    }

    @Override
    public boolean starThread(ThreadId thread) {
        return commands.starThread(Arguments.arg("thread", thread), true);
    }

    @Override
    public boolean unstarThread(ThreadId thread) {
        return commands.starThread(Arguments.arg("thread", thread), false);
    }

    @Override
    public boolean clearStars(ThreadId thread) {
        return commands.clearStars(Arguments.arg("thread", thread));
    }

    @Override
    public boolean rename(ThreadId thread, String subject) {
        return commands.rename(Arguments.arg("thread", thread), Arguments.arg("subject", subject));
    }

    @Override
    public boolean close(ThreadId thread) {
        return commands.change(Arguments.arg("thread", thread), new ThreadChange.Close());
    }

    @Override
    public boolean reopen(ThreadId thread) {
        return commands.change(Arguments.arg("thread", thread), new ThreadChange.Reopen());
    }

    @Override
    public boolean addMembers(ThreadId thread, Collection<? extends Party> parties) {
        return commands.addMembers(
                Arguments.arg("thread", thread), Arguments.parties("parties", parties), History.FROM_JOIN);
    }

    @Override
    public boolean addMembersWithHistory(ThreadId thread, Collection<? extends Party> parties) {
        return commands.addMembers(
                Arguments.arg("thread", thread), Arguments.parties("parties", parties), History.FULL);
    }

    @Override
    public boolean removeMembers(ThreadId thread, Collection<? extends Party> parties) {
        return commands.removeMembers(Arguments.arg("thread", thread), Arguments.parties("parties", parties));
    }

    @Override
    public boolean leave(ThreadId thread) {
        return commands.removeMembers(Arguments.arg("thread", thread), List.of(by.party()));
    }

    @Override
    public String toString() {
        return "Mailbox[" + by.party() + " in " + by.tenant() + "]";
    }
}
