/**
 * Scans documents for malware, some seconds after their upload. The row of a document is its place in the queue; each
 * claim is a lease, and a scan without a result is repeated after growing pauses, for as long as it takes.
 *
 * <pre>
 * PENDING_SCAN ──clean──▶ AVAILABLE
 *   │   ▲  └─────threat found──▶ QUARANTINED
 *   └───┘ no result: again later
 * </pre>
 *
 * Only an explicit answer of the scanner ends the wait. An outage, a refusal or an unreadable answer never makes a
 * document clean.
 */
@NullMarked
package io.zizhi.document.scanning;

import org.jspecify.annotations.NullMarked;
