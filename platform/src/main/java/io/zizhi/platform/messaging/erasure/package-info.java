/**
 * The erasure of an account. A tombstone on the topic of accounts destroys the account's keys in one transaction. A
 * loop then erases the account's rows and objects in batches, and keeps a proof of what it erased.
 *
 * <pre>
 * tombstone → (keys destroyed) → running → finished
 *                                   ↑          │
 *                                   └──────────┘ the tombstone arrives again
 * </pre>
 */
@NullMarked
package io.zizhi.platform.messaging.erasure;

import org.jspecify.annotations.NullMarked;
