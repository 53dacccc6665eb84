package dev.postroom.messaging.testkit.contract.mailbox;

import dev.postroom.messaging.spi.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Counts the operations on a storage, and runs an action after the first one. */
final class CountingStorage {

    private static final String PORTS = Storage.class.getPackageName();

    private final Storage view;
    private final Runnable afterFirst;
    private int operations;

    CountingStorage(Storage storage, Runnable afterFirst) {
        this.afterFirst = afterFirst;
        this.view = wrapped(Storage.class, storage);
    }

    /** Returns the storage whose operations are counted. */
    Storage view() {
        return view;
    }

    int operations() {
        return operations;
    }

    private <T> T wrapped(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called(method, target, arguments)));
    }

    private Object called(Method method, Object target, Object[] arguments) throws Throwable {
        Object answer = invoked(method, target, arguments);
        if (isPort(method.getReturnType())) {
            return wrappedPort(method.getReturnType(), answer);
        }
        operations++;
        if (operations == 1) {
            afterFirst.run();
        }
        return answer;
    }

    /**
     * Tells whether a method returns a port. Such a method of {@link Storage} is no operation, but the methods of the
     * port are.
     */
    private static boolean isPort(Class<?> type) {
        return type.isInterface() && type.getPackageName().equals(PORTS);
    }

    private <T> Object wrappedPort(Class<T> type, Object port) {
        return wrapped(type, type.cast(port));
    }

    private static Object invoked(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
