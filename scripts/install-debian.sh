#!/bin/sh
# Installs the named Debian packages as root, without starting their services and without touching what was there:
#   sudo sh scripts/install-debian.sh PACKAGE...
# - Services of packages that this run installs are kept from starting, now (policy-rc.d) and at boot (disabled).
# - A Kamailio that was there keeps its version, its configuration and its unit; only missing modules are added.
# - PostgreSQL comes without a database cluster.
set -eu
[ "$(id -u)" = 0 ] || { echo 'install-debian.sh must run as root.' >&2; exit 1; }
[ $# -gt 0 ] || { echo 'usage: install-debian.sh PACKAGE...' >&2; exit 2; }

# One at a time: two checkouts may start at once.
if [ "${RACCORD_INSTALL_LOCKED:-}" != 1 ]; then
  RACCORD_INSTALL_LOCKED=1 exec flock /run/lock/raccord-install.lock sh "$0" "$@"
fi

policy=/usr/sbin/policy-rc.d
kept=/usr/sbin/policy-rc.d.kept-by-raccord
mark='# written by Raccord while it installs packages'
cluster_conf=/etc/postgresql-common/createcluster.conf
cluster_kept=$cluster_conf.kept-by-raccord

installed() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

restore() {
  if [ -e "$policy" ] && grep -qF "$mark" "$policy"; then rm -f "$policy"; fi
  if [ -e "$kept" ] || [ -L "$kept" ]; then mv -f "$kept" "$policy"; fi
  if [ -e "$cluster_kept" ]; then mv -f "$cluster_kept" "$cluster_conf"; fi
}

# Refuses to start the services that we only need as programs; every other question goes to the policy that was there.
write_policy() {
  if [ -e "$policy" ] || [ -L "$policy" ]; then mv "$policy" "$kept"; fi
  cat >"$policy" <<EOF
#!/bin/sh
$mark
for word in "\$@"; do
  case "\${word%.service}" in
    kamailio | rtpengine-daemon | nginx | postgresql | postgresql@*) exit 101 ;;
  esac
done
if [ -x $kept ]; then exec $kept "\$@"; fi
exit 0
EOF
  chmod 0755 "$policy"
}

# Debian's PostgreSQL makes and starts a cluster of its own unless this file says otherwise.
refuse_cluster() {
  mkdir -p "${cluster_conf%/*}"
  if [ -e "$cluster_conf" ]; then cp -p "$cluster_conf" "$cluster_kept"; fi
  echo 'create_main_cluster = false' >>"$cluster_conf"
}

wanted=
for package in "$@"; do
  installed "$package" && continue
  case "$package" in
    kamailio-*)
      # Modules fit one version of Kamailio only: do not let apt upgrade the one that is there.
      if installed kamailio; then package="$package=$(dpkg-query -W -f '${Version}' kamailio)"; fi ;;
  esac
  wanted="$wanted $package"
done
[ -n "$wanted" ] || exit 0

new_services=
for service in kamailio rtpengine-daemon nginx postgresql; do
  case $service in nginx) probe=nginx-common ;; postgresql) probe=postgresql-common ;; *) probe=$service ;; esac
  installed "$probe" || new_services="$new_services $service"
done

restore # what an interrupted run may have left
log=$(mktemp)
trap 'restore; rm -f "$log"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
write_policy
case " $wanted " in *' postgresql '*) refuse_cluster ;; esac

export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
install() {
  # shellcheck disable=SC2086 # a list of package names
  apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Options::=--force-confold $wanted >"$log" 2>&1
}
update() { apt-get update -qq -o DPkg::Lock::Timeout=300; }

# Fresh machines have no package lists; old lists name versions that are no longer served.
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || update
install || { update && install; } || { tail -n 40 "$log" >&2; exit 1; }

for service in $new_services; do
  if [ -e "/etc/init.d/$service" ]; then
    update-rc.d "$service" disable >/dev/null
  elif command -v systemctl >/dev/null; then
    systemctl disable "$service.service"
  fi
done
