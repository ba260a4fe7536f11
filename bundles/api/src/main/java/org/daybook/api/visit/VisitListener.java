package org.daybook.api.visit;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Puts checks on a visit when it begins. Implemented by plugins; the routine source is one.
 *
 * <p>Called on a thread of the platform's, many at once, under the time limit {@code
 * listenerSeconds} of {@code org.daybook.visits}. If it fails, the visit begins without its checks,
 * the operator sees the fault, and it is asked again when the visit is to be closed.
 */
@ConsumerType
public interface VisitListener {
  /** The id of the source it belongs to. */
  String source();

  /**
   * The checks for a visit that begins. Asked again for the same visit, it answers the same.
   *
   * @throws Exception for any trouble
   */
  List<NewCheck> visitStarted(VisitStart visit) throws Exception;
}
