/**
 * The fault campaign: drivers use a suite while faults strike it, and afterwards an audit checks that nothing was lost,
 * duplicated or early.
 *
 * <pre>
 * driver (applicants, reviewers, history) ──▶ suite ◀── nemesis (faults)
 *                                               │
 *                          heal, come to rest ──▶ audit (I1 to I18)
 * </pre>
 */
@NullMarked
package io.zizhi.faults.campaign;

import org.jspecify.annotations.NullMarked;
