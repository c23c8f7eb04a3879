/**
 * The client of notification-service. It checks verified phones, reserves them for a submission and searches for them.
 */
@NullMarked
package io.zizhi.qualification.peer.notification;

import org.jspecify.annotations.NullMarked;
