; The installer for Windows, made by Inno Setup 6: for one user, without administrator rights.
; installer/windows/inno.py starts the compiler and names the version and the folders:
;   iscc /DVersion=0.1.0 /DBundle=... /DOut=... tthc-desktop.iss

#ifndef Version
  #error Version is missing: start it through python dev.py installer
#endif

[Setup]
AppId={{6E1A7C52-0B60-4B3D-9C0E-7D5B8C1B2F41}
AppName=TTHC Desktop
AppVersion={#Version}
AppVerName=TTHC Desktop {#Version}
AppPublisher=TTHC Desktop
DefaultDirName={localappdata}\Programs\TTHC Desktop
DefaultGroupName=TTHC Desktop
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Out}
OutputBaseFilename=tthc-desktop-{#Version}-windows-x64
SetupIconFile={#Out}\tthc-desktop.ico
UninstallDisplayIcon={app}\TTHC Desktop.exe
UninstallDisplayName=TTHC Desktop
LicenseFile={#Root}\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
ShowLanguageDialog=no

[Languages]
; Inno Setup brings no Vietnamese of its own: the words are in the file beside this one.
Name: "vi"; MessagesFile: "compiler:Default.isl,{#SourcePath}Vietnamese.isl"

[Tasks]
Name: "desktopicon"; Description: "Đặt biểu tượng trên màn hình"; Flags: unchecked
Name: "fileicon"; Description: "Mở tệp .tthc bằng TTHC Desktop"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; The libraries of former versions lie in folders that bear the version: app-0.1.0, app-0.2.0 …
Type: filesandordirs; Name: "{app}\app-*"
Type: filesandordirs; Name: "{app}\truoc"
Type: files; Name: "{app}\*.cu"

[Icons]
Name: "{group}\TTHC Desktop"; Filename: "{app}\TTHC Desktop.exe"; Comment: "Kế hoạch kiểm soát thủ tục hành chính"
Name: "{group}\Gỡ TTHC Desktop"; Filename: "{uninstallexe}"
Name: "{userdesktop}\TTHC Desktop"; Filename: "{app}\TTHC Desktop.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.tthc"; ValueType: string; ValueData: "TTHCDesktop.Office"; Flags: uninsdeletevalue; Tasks: fileicon
Root: HKA; Subkey: "Software\Classes\.tthc\OpenWithProgids"; ValueType: string; ValueName: "TTHCDesktop.Office"; ValueData: ""; Flags: uninsdeletevalue; Tasks: fileicon
Root: HKA; Subkey: "Software\Classes\TTHCDesktop.Office"; ValueType: string; ValueData: "Dữ liệu cơ quan (TTHC Desktop)"; Flags: uninsdeletekey; Tasks: fileicon
Root: HKA; Subkey: "Software\Classes\TTHCDesktop.Office\DefaultIcon"; ValueType: string; ValueData: "{app}\TTHC Desktop.exe,0"; Tasks: fileicon
Root: HKA; Subkey: "Software\Classes\TTHCDesktop.Office\shell\open\command"; ValueType: string; ValueData: """{app}\TTHC Desktop.exe"" ""%1"""; Tasks: fileicon

[Run]
Filename: "{app}\TTHC Desktop.exe"; Description: "Mở TTHC Desktop"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; What updates put beside the program. The office's data lies in another folder and stays (see the last words below);
; where the program carries its data along (du-lieu), that folder stays too.
Type: filesandordirs; Name: "{app}\app-*"
Type: filesandordirs; Name: "{app}\truoc"
Type: files; Name: "{app}\*.cu"

[Code]
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent then
    MsgBox('Đã gỡ TTHC Desktop. Dữ liệu của cơ quan vẫn còn nguyên trong thư mục' + #13#10 +
      ExpandConstant('{localappdata}\TTHC Desktop') + #13#10 +
      'Cài lại chương trình là dùng tiếp được.', mbInformation, MB_OK);
end;
