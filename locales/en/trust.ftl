### Trusting the company's own certificate: when a phone or PC comes in for the first time.

trust-title = Trust this server first
trust-over = Once on each phone and each PC
trust-why = The company's server encrypts with a certificate of its own. Once the certificate below is installed, the browser no longer says 'not secure', and nobody on the office network can read along.
trust-fetch = Download the certificate
trust-enter = It is installed: sign in
trust-fingerprint = Fingerprint
trust-compare = Compare it with the SHA-256 fingerprint that kedang serve shows on the server; install it only if they are the same.
trust-iphone = iPhone, iPad
trust-iphone_how = Download the certificate with Safari; open Settings and install the 'Profile Downloaded' at the top; then Settings, General, About, Certificate Trust Settings, and switch Kedang on.
trust-android = Android
trust-android_how = Download the certificate; open Settings, search for 'CA certificate', choose Install a certificate, CA certificate, Install anyway, and pick the file.
trust-windows = Windows
trust-windows_how = Double-click the certificate, Install Certificate, Current User, Place all certificates in the following store, Trusted Root Certification Authorities; then open the browser anew.
trust-mac = Mac
trust-mac_how = Double-click the certificate to add it to Keychain Access; double-click Kedang there, Trust, When using this certificate: Always Trust.
trust-phones = Scan with the phone
trust-qr = QR code: { $address }
trust-link = Does the browser say 'not secure'? Trust the certificate first
