/**
 * Applicants, reviewers and systems of the operator that keep working while faults strike the suite, and the history of their requests and
 * responses. Each operation is recorded before it is sent and after its response.
 *
 * <pre>
 * invoke ──▶ ok      success response: it must have happened
 *        ──▶ fail    rejected (4xx): it must not have happened
 *        ──▶ info    timeout, broken connection, 5xx: it happened once or not at all
 * </pre>
 */
@NullMarked
package io.zizhi.faults.driver;

import org.jspecify.annotations.NullMarked;
