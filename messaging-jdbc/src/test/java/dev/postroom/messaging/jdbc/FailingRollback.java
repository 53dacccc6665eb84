package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import javax.sql.DataSource;

/** A data source whose connections fail at one execution and then at their first rollback, or after a commit. */
final class FailingRollback extends DataSourceBeforeAnother {

    private int left = Integer.MAX_VALUE;
    private boolean rollbackFails;
    private boolean commitFails;

    FailingRollback(DataSource source) {
        super(source);
    }

    /** The execution with this number fails, counted from 1, and the next rollback. */
    void failAt(int execution) {
        left = execution;
        rollbackFails = true;
    }

    /** The next commit happens, and fails then as if it had met another transaction. */
    void failAfterCommit() {
        commitFails = true;
    }

    void failNoMore() {
        left = Integer.MAX_VALUE;
        rollbackFails = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return failing(Connection.class, source().getConnection());
    }

    private <T> T failing(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && --left == 0) {
                throw new SQLException("as the test wants", "HY000");
            }
            if (method.getName().equals("rollback") && rollbackFails) {
                rollbackFails = false;
                throw new SQLException("as the test wants", "HY000");
            }
            try {
                Object result = method.invoke(target, arguments);
                if (method.getName().equals("commit") && commitFails) {
                    commitFails = false;
                    throw new SQLTransactionRollbackException("as the test wants", "40001");
                }
                return result instanceof PreparedStatement statement
                        ? failing(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
