/**
 * Sends SMS. A message is queued in the transaction of its cause and handed to the {@link SmsSender} afterwards, outside
 * any transaction.
 *
 * <pre>
 *   QUEUED ──▶ CLAIMED ──handed over──▶ SENDING ──▶ ACCEPTED | FAILED
 *      ▲ ▲        │                      └──nobody knows──▶ UNKNOWN ──▶ ACCEPTED | FAILED
 *      │ └─lapsed─┘                      │                    │
 *      └─────────the sender says that it never got it─────────┘
 * </pre>
 *
 * A claim counts for a while and allows one hand-over, which {@link BeginHandOver} records before the sender is called: a
 * replica that stood still finds its claim gone. What nobody knows is asked of the sender again and never sent again
 * blindly: a person would get it twice. A crash between hand-over and answer leaves SENDING behind, which is treated the
 * same after a while.
 */
@NullMarked
package io.zizhi.notification.sender;

import org.jspecify.annotations.NullMarked;
