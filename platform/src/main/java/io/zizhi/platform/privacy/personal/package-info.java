/** Names, ids and phone numbers of natural persons. These types mask their value wherever it is displayed. */
@NullMarked
package io.zizhi.platform.privacy.personal;

import org.jspecify.annotations.NullMarked;
