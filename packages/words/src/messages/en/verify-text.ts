/**
 * VERIFY.txt. The same in every bag of a version: it names no case, no date and no file that only some bags have
 * without saying so. The shell lines are run by the tests of `output`.
 */
export const verifyText = String.raw`HOW TO CHECK THIS BAG
=====================

This folder is a BagIt bag (RFC 8493). You can check it with programs that are
part of your computer. You do not need Holdfast. Check it before you open the
folder in a file manager: some of them add files of their own.

Open a terminal IN THIS FOLDER (the one that holds bagit.txt).


1. Are the files unchanged since the bag was made?
--------------------------------------------------

Linux:
    sha256sum -c --strict tagmanifest-sha256.txt
    sha256sum -c --strict --quiet manifest-sha256.txt && echo unchanged
    sha512sum -c --strict --quiet manifest-sha512.txt && echo unchanged

macOS:
    shasum -a 256 -c tagmanifest-sha256.txt
    shasum -a 256 -c manifest-sha256.txt
    shasum -a 512 -c manifest-sha512.txt

Windows (PowerShell; it prints only what is wrong, then "done"):
    foreach ($list in 'tagmanifest-sha256.txt','manifest-sha256.txt') {
      Get-Content $list | ForEach-Object {
        $hash, $file = $_ -split '  ', 2
        if (-not (Test-Path $file)) { "MISSING $file" }
        elseif ((Get-FileHash -Algorithm SHA256 $file).Hash -ne $hash) { "CHANGED $file" }
      }
    }; "done"
A single file, without PowerShell:  certutil -hashfile FILE SHA256

Was a file added? Linux and macOS (it prints nothing when none was):
    find data -type f | LC_ALL=C sort > ../found.txt
    cut -c 67- manifest-sha256.txt | LC_ALL=C sort > ../listed.txt
    diff ../listed.txt ../found.txt


2. Is it the bag that was announced?
------------------------------------

THE SEAL is the SHA-256 of tagmanifest-sha256.txt. It cannot stand inside the
bag. Ask for it by another way than the one the bag came by: on paper, in a
statement, by telephone. Then compare:

    sha256sum tagmanifest-sha256.txt                     (Linux)
    shasum -a 256 tagmanifest-sha256.txt                 (macOS)
    certutil -hashfile tagmanifest-sha256.txt SHA256     (Windows)

Without the seal or a time stamp, step 1 shows only that the files fit
together. Somebody who changed a file could have made new lists.


3. By when did the bag exist? (only if there is a folder "signatures")
----------------------------------------------------------------------

First read the time in the stamp, and who gave it:

    openssl ts -reply -in signatures/tagmanifest-sha256.txt.tsr -text

Then check it at that time (the authority's certificate may have ended since;
an honest old stamp stays honest). Linux:

    T=$(openssl ts -reply -in signatures/tagmanifest-sha256.txt.tsr -text |
        sed -n 's/^Time stamp: //p')
    openssl ts -verify -attime "$(date -u -d "$T" +%s)" \
        -data tagmanifest-sha256.txt \
        -in signatures/tagmanifest-sha256.txt.tsr \
        -CAfile signatures/tagmanifest-sha256.txt.tsr.crt

On macOS write the time as seconds since 1970 behind -attime yourself:
    date -j -u -f "%b %e %T %Y %Z" "$T" +%s

It must say "Verification: OK". Then compare the last certificate in the .crt
file with the one on the authority's own site: a forger could bring his own.
A second stamp, if there is one, is over the first:

    openssl ts -verify -attime SECONDS \
        -data signatures/tagmanifest-sha256.txt.tsr \
        -in signatures/tagmanifest-sha256.txt.tsr.tsr \
        -CAfile signatures/tagmanifest-sha256.txt.tsr.tsr.crt


4. Is the custody log whole?
----------------------------

Each line of data/custody.jsonl holds the hash of the line before it. On Linux
and macOS save the lines between the marks as ../chain.sh and run
"sh ../chain.sh" in this folder:

# --- begin chain.sh
sum=sha256sum; command -v $sum >/dev/null 2>&1 || sum='shasum -a 256'
prev=0000000000000000000000000000000000000000000000000000000000000000
n=0; bad=0
while IFS= read -r line; do
  n=$((n + 1))
  case $line in
    *"\"prev\":\"$prev\",\"seq\":$n,\"v\":1}") ;;
    *) echo "line $n does not follow the line before it"; bad=1 ;;
  esac
  set -- $(printf '%s' "$line" | $sum); prev=$1
done < data/custody.jsonl
opened=0
while IFS= read -r line; do
  opened=$((opened + 1))
  seq=$(printf '%s' "$line" | sed 's/.*,"seq":\([0-9]*\)}$/\1/')
  set -- $(printf '%s' "$line" | sed 's/^{"entry":\(.*\),"seq":[0-9]*}$/\1/' | tr -d '\n' | $sum)
  case $(sed -n "$seq{p;q;}" data/custody.jsonl) in
    "{\"commit\":\"$1\","*) ;;
    *) echo "the details of entry $seq do not fit its line"; bad=1 ;;
  esac
done < data/custody-details.jsonl
echo "$n entries, $opened of them opened here; the last line's hash is $prev"
exit $bad
# --- end chain.sh

Entries that are not opened here are no fault: they are about other things
than this bag, or say nothing at all. Lines that say nothing are put in so
that the number of lines tells nothing. In a copy for somebody else the last
opened entries tell again what the log says of its exhibits, so that nobody
sees where the older ones stand. A long log takes a while.

A log that was cut at its end is found only by its last line's hash, if you
know it from elsewhere, or by the seal.


5. Do these exhibits belong to an earlier seal? (only if there is data/parent)
------------------------------------------------------------------------------

    sha256sum -c --ignore-missing data/parent/items-sha256.txt

Each exhibit of this bag that was in the earlier, larger bag is named "OK".
Then compare the list with the tag manifest beside it:

    grep items-sha256.txt data/parent/tagmanifest-sha256.txt
    sha256sum data/parent/items-sha256.txt

and check that tag manifest's stamp as in step 3, if it has one, with the
files in data/parent/signatures. The other lines of the list are made at
random, or belong to something else: their number says nothing.


What this proves, and what it does not
--------------------------------------

If all fits: the files are unchanged since the seal was made. With a time
stamp: the seal existed no later than the stamped time. The custody log is in
the order in which it was written, up to its last line.

It does not prove who sent a message, that a screenshot shows what was really
there, that nothing is missing, or that the device's clock was right. Times
"by the device's clock" were not checked by anybody.
`;
