/**
 * Chooses the sender of a message and limits it: rate, messages and costs per day, and the switch of the operator. All
 * of them hold across replicas, because they are rows of the database.
 */
@NullMarked
package io.zizhi.notification.sender.quota;

import org.jspecify.annotations.NullMarked;
