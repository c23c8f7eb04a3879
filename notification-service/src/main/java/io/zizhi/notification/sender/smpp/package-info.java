/**
 * The sender for an SMSC, by SMPP 3.4. It keeps one bound session and records each segment of a message before it
 * submits it, so that receipts find their message and no message is submitted twice. A segment is PENDING, then TAKEN or
 * NOT_TAKEN by the SMSC; a receipt makes a taken one DELIVERED, FAILED or, for now, UNKNOWN.
 */
@NullMarked
package io.zizhi.notification.sender.smpp;

import org.jspecify.annotations.NullMarked;
