/**
 * Attacks on the suite by one account, or by a client without an account, while a second account works. The attacks are
 * hostile sheets, unread responses, endless bodies and floods. The report shows whether every service survived, the
 * growth of its memory and its metrics, and how long the second account waited.
 */
@NullMarked
package io.zizhi.e2e.abuse;

import org.jspecify.annotations.NullMarked;
