/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loaded before a program, writes down whom it looks up or contacts, one line each, into the file
 * that CONTACTS names: "name HOST", "inet ADDRESS PORT", "unix PATH". It hinders nothing.
 */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* One write for a line, so that threads and processes do not mix theirs. */
static void
record (const char *kind,
        const char *what,
        int         port)
{
  const char *path = getenv ("CONTACTS");
  char line[512];
  int length;
  int fd;

  if (path == NULL)
    return;

  length = port < 0 ? snprintf (line, sizeof line, "%s %.400s\n", kind, what)
                    : snprintf (line, sizeof line, "%s %.400s %d\n", kind, what, port);
  fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0 || write (fd, line, (size_t)length) != length)
    abort ();
  close (fd);
}

static void
record_address (const struct sockaddr *address,
                socklen_t              length)
{
  char text[INET6_ADDRSTRLEN] = "?";

  if (address == NULL || length < sizeof (sa_family_t))
    return;

  if (address->sa_family == AF_INET)
    {
      const struct sockaddr_in *inet = (const void *)address;

      inet_ntop (AF_INET, &inet->sin_addr, text, sizeof text);
      record ("inet", text, ntohs (inet->sin_port));
    }
  else if (address->sa_family == AF_INET6)
    {
      const struct sockaddr_in6 *inet = (const void *)address;

      inet_ntop (AF_INET6, &inet->sin6_addr, text, sizeof text);
      record ("inet", text, ntohs (inet->sin6_port));
    }
  else if (address->sa_family == AF_UNIX)
    {
      const struct sockaddr_un *local = (const void *)address;
      char path[sizeof local->sun_path + 2] = "";
      size_t n = length - offsetof (struct sockaddr_un, sun_path);

      if (length > offsetof (struct sockaddr_un, sun_path) && n <= sizeof local->sun_path)
        memcpy (path, local->sun_path, n);
      /* An abstract name begins with a zero byte. */
      if (path[0] == '\0')
        path[0] = '@';
      record ("unix", path, -1);
    }
}

int
connect (int                    fd,
         const struct sockaddr *address,
         socklen_t              length)
{
  int (*next) (int, const struct sockaddr *, socklen_t) = dlsym (RTLD_NEXT, "connect");

  record_address (address, length);
  return next (fd, address, length);
}

ssize_t
sendto (int                    fd,
        const void            *bytes,
        size_t                 n_bytes,
        int                    flags,
        const struct sockaddr *address,
        socklen_t              length)
{
  ssize_t (*next) (int, const void *, size_t, int, const struct sockaddr *, socklen_t) =
    dlsym (RTLD_NEXT, "sendto");

  record_address (address, length);
  return next (fd, bytes, n_bytes, flags, address, length);
}

ssize_t
sendmsg (int                  fd,
         const struct msghdr *message,
         int                  flags)
{
  ssize_t (*next) (int, const struct msghdr *, int) = dlsym (RTLD_NEXT, "sendmsg");

  record_address (message->msg_name, message->msg_namelen);
  return next (fd, message, flags);
}

int
getaddrinfo (const char             *name,
             const char             *service,
             const struct addrinfo  *hints,
             struct addrinfo       **found)
{
  int (*next) (const char *, const char *, const struct addrinfo *, struct addrinfo **) =
    dlsym (RTLD_NEXT, "getaddrinfo");

  record ("name", name != NULL ? name : "", -1);
  return next (name, service, hints, found);
}

struct hostent *
gethostbyname (const char *name)
{
  struct hostent *(*next) (const char *) = dlsym (RTLD_NEXT, "gethostbyname");

  record ("name", name, -1);
  return next (name);
}
