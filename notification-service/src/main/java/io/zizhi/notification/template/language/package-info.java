/** The language in which an account gets its messages. An account that chose none gets those of the installation. */
@NullMarked
package io.zizhi.notification.template.language;

import org.jspecify.annotations.NullMarked;
