package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * The jobs as a host does them that maps conversations of its own with Hibernate: unread is counted from the time up to
 * which a participant has read, and nothing is kept beyond what the jobs show.
 */
final class Jpa implements Contender {

    static {
        // Otherwise it tells the console what it does.
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private final DatabaseEngine engine;
    private final HikariDataSource source;
    private final SessionFactory factory;

    Jpa(DatabaseEngine engine, HikariDataSource source) {
        this.engine = engine;
        this.source = source;
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("jpa");
        JpaModel.ENTITIES.forEach(configuration::managedClass);
        factory = configuration
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source)
                .property(AvailableSettings.STATEMENT_BATCH_SIZE, 50)
                .property(AvailableSettings.ORDER_INSERTS, true)
                .property(AvailableSettings.ORDER_UPDATES, true)
                // A session that joins does not see that its connection is in a transaction.
                .property(AvailableSettings.ALLOW_UPDATE_OUTSIDE_TRANSACTION, true)
                .createEntityManagerFactory();
    }

    /** Makes the tables anew, with the {@link BenchmarkScene}. */
    void fill() throws SQLException {
        factory.getSchemaManager().drop(false);
        factory.getSchemaManager().create(false);
        new JpaFill(engine, source).scene();
    }

    @Override
    public String name() {
        return "Hibernate";
    }

    @Override
    public void own(Job job, int turn) {
        factory.runInTransaction(manager -> run(manager, job, turn));
    }

    @Override
    public void joined(Connection transaction, Job job, int turn) {
        try (Session session = factory.withOptions().connection(transaction).openSession()) {
            run(session, job, turn);
            session.flush();
        }
    }

    private static void run(EntityManager manager, Job job, int turn) {
        JpaMailbox mailbox = new JpaMailbox(manager, BenchmarkScene.CALLER);
        switch (job) {
            case SEND -> mailbox.send(JpaFill.threadOf(turn), BenchmarkScene.TEXT);
            case CREATE_1, CREATE_10, CREATE_1000 ->
                new JpaMailbox(manager, BenchmarkScene.STARTER)
                        .create(BenchmarkScene.SUBJECT, BenchmarkScene.members(job.members()), BenchmarkScene.TEXT);
            case INBOX -> expect(BenchmarkScene.PAGE, mailbox.inbox(BenchmarkScene.PAGE));
            case THREAD -> expect(BenchmarkScene.THREAD_PAGE, mailbox.newest(JpaFill.LONG, BenchmarkScene.THREAD_PAGE));
            case READ -> mailbox.read(JpaFill.LONG, JpaFill.longMessage(turn));
            case TOTALS -> mailbox.totals();
            case STAR -> mailbox.star(JpaFill.LONG, JpaFill.longMessage(turn));
        }
    }

    private static void expect(int size, List<?> items) {
        if (items.size() != size) {
            throw new IllegalStateException("a page has " + items.size() + " items instead of " + size);
        }
    }

    @Override
    public void rewind(Job job) {
        if (job == Job.READ) {
            update("update Participant p set p.lastReadAt = p.joinedAt where p.user = :user and p.conversation.id = "
                    + JpaFill.LONG);
        } else if (job == Job.STAR) {
            update("delete from Star s where s.user = :user");
        }
    }

    private void update(String text) {
        factory.runInTransaction(manager -> manager.createQuery(text)
                .setParameter("user", BenchmarkScene.CALLER)
                .executeUpdate());
    }

    @Override
    public void close() {
        factory.close();
    }
}
