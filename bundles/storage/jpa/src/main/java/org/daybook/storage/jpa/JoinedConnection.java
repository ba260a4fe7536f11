package org.daybook.storage.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import org.daybook.api.error.RefusedException;

/**
 * A transaction's connection in the hands of somebody who did not begin the transaction: it cannot
 * be committed or given back early. Whoever rolls it back dooms the transaction.
 */
final class JoinedConnection implements InvocationHandler {
  private final Connection connection;
  private final JpaStore store;
  private boolean closed;

  private JoinedConnection(Connection connection, JpaStore store) {
    this.connection = connection;
    this.store = store;
  }

  static Connection of(Connection connection, JpaStore store) {
    return (Connection)
        Proxy.newProxyInstance(
            JoinedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new JoinedConnection(connection, store));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "close", "abort":
        closed = true;
        return null;
      case "isClosed":
        return closed;
      case "getAutoCommit":
        return false;
      case "commit", "setAutoCommit", "setTransactionIsolation", "setReadOnly":
        return null;
      case "rollback":
        if (arguments == null || !(arguments[0] instanceof Savepoint)) {
          store.doom(new RefusedException("A part of the transaction was rolled back."));
          return null;
        }
        break;
      default:
        break;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
