/**
 * The fault campaign: people work with a suite that is being broken on purpose, and afterwards an audit proves that
 * nothing was lost, nothing happened twice and nothing came early.
 *
 * <pre>
 * driver (applicants, reviewers, history) ──▶ suite ◀── nemesis (faults)
 *                                               │
 *                          heal, come to rest ──▶ audit (I1 to I13)
 * </pre>
 */
@NullMarked
package io.zizhi.e2e.faults;

import org.jspecify.annotations.NullMarked;
