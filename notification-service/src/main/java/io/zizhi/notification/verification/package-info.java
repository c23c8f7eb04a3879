/**
 * Phone codes: proves that an applicant holds a mobile number, before a qualification is submitted that names it.
 *
 * <pre>
 *   ISSUED ──right code──▶ VERIFIED ──submission confirmed──▶ USED
 *      ├──newer code for the same account and number──▶ SUPERSEDED
 *      └──five wrong tries──▶ EXHAUSTED
 * </pre>
 *
 * A code that is not entered within 5 minutes and a verified number that is not used within 30 minutes are expired; that
 * is a question of the time and no status. A verified number serves one submission: it is reserved for one revision of
 * one qualification by a lease, and used up when the submission's event confirms it.
 */
@NullMarked
package io.zizhi.notification.verification;

import org.jspecify.annotations.NullMarked;
