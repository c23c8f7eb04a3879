/** Names, ids and phone numbers of natural persons. They mask themselves on every display. */
@NullMarked
package io.zizhi.platform.privacy.personal;

import org.jspecify.annotations.NullMarked;
