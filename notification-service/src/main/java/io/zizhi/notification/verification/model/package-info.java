/**
 * A phone verification: the entity, its states, its code and its repository. It decides whether a code is right and
 * whether the verification can be used.
 */
@NullMarked
package io.zizhi.notification.verification.model;

import org.jspecify.annotations.NullMarked;
