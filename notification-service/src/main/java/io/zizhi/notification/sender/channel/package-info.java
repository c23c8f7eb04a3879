/**
 * The contract of a sender, which the configuration chooses by name. A sender answers accepted, refused or unknown,
 * and is asked again about the unknown.
 */
@NullMarked
package io.zizhi.notification.sender.channel;

import org.jspecify.annotations.NullMarked;
