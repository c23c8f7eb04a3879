package io.zizhi.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends the begin of a transaction together with its first statement, which saves a round trip. If the begin fails, the
 * connection refuses all further statements of that transaction. They would otherwise commit one by one.
 */
final class PipelinedBegin {

    private PipelinedBegin() {}

    /** Returns the pool with connections that begin transactions like that. */
    static Pool in(Pool pool) {
        return proxy(Pool.class, pool, (proxy, method, arguments) -> {
            Object result = call(pool, method, arguments);
            return method.getName().equals("getConnection") && result instanceof Future<?> connection
                    ? connection.map(each -> connection((SqlConnection) each))
                    : result;
        });
    }

    private static SqlConnection connection(SqlConnection connection) {
        return proxy(SqlConnection.class, connection, new Connection(connection));
    }

    private static final class Connection implements InvocationHandler {

        private final SqlConnection connection;
        private volatile @Nullable Throwable failure;

        Connection(SqlConnection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("begin") && arguments == null) {
                failure = null;
                connection.begin().onFailure(reason -> failure = reason);
                return Future.succeededFuture(connection.transaction());
            }
            Throwable reason = failure;
            if (reason != null && method.getName().endsWith("uery")) {
                throw new IllegalStateException("The transaction could not begin.", reason);
            }
            return call(connection, method, arguments);
        }
    }

    /** Implements all interfaces of the original, because Quarkus casts to the driver's. */
    private static <T> T proxy(Class<T> type, T original, InvocationHandler handler) {
        Class<?>[] interfaces = Stream.<Class<?>>iterate(
                        original.getClass(), above -> above != null, Class::getSuperclass)
                .flatMap(each -> Stream.of(each.getInterfaces()))
                .distinct()
                .toArray(Class<?>[]::new);
        return type.cast(Proxy.newProxyInstance(original.getClass().getClassLoader(), interfaces, handler));
    }

    private static @Nullable Object call(Object original, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(original, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
