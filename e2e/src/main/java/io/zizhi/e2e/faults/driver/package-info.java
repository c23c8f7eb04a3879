/**
 * Applicants and reviewers who go on working while the suite fails around them, and the history of what they asked and
 * were answered: each operation is written down before it is sent and after the answer.
 *
 * <pre>
 * invoke ──▶ ok      it was answered with success: it must have happened
 *        ──▶ fail    it was refused (4xx): it must not have happened
 *        ──▶ info    time-out, broken connection, 5xx: it has happened once or not at all
 * </pre>
 */
@NullMarked
package io.zizhi.e2e.faults.driver;

import org.jspecify.annotations.NullMarked;
