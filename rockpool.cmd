@echo off
rem Rockpool on Windows: the same as ./rockpool. Finds JDK 25, builds when the sources differ, then starts Java.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "BUILDS=%ROOT%\target\launcher"

rem --- JDK 25
set "JDK="
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK for %%d in ("%%~dpj..") do call :try "%%~fd"
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
  if exist "%%~r" for /d %%d in ("%%~r\*") do if not defined JDK call :try "%%~fd"
)
if not defined JDK (
  echo rockpool: JDK 25 or newer was not found: install one ^(for example Temurin 25 from adoptium.net^) or set JAVA_HOME to it, then run rockpool again. 1>&2
  exit /b 3
)

rem --- Benchmarks, which are built anew and are not part of what a start builds
if not "%~1"=="bench" goto hash
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B -q -Dlaunch -Pbenchmarks -pl benchmarks -am package 1>&2
if errorlevel 1 (
  popd
  echo rockpool: the benchmarks could not be built: the lines above say why. 1>&2
  exit /b 3
)
set /p CLASSES=<"benchmarks\target\launch\class-path"
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
"%JDK%\bin\java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "benchmarks\target\launch\classes;%CLASSES%" dev.rockpool.benchmarks.BenchCommand %REST%
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

:hash
rem --- What is built is named by a hash of what it is built from
set "HASH="
for /f "delims=" %%h in ('powershell -NoProfile -NonInteractive -Command "$ErrorActionPreference='Stop'; Set-Location -LiteralPath $env:ROOT; $files = @(Get-Item pom.xml, */pom.xml, content/glossary.md, (Join-Path $env:JDK 'release')) + @(Get-ChildItem */src/main, content/decks, content/lessons, content/activities -Recurse -File); $sha = [Security.Cryptography.SHA256]::Create(); $text = ($files | Sort-Object FullName | ForEach-Object { $_.FullName + (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash }) -join ';'; ([BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($text))) -replace '-','').Substring(0,16).ToLower()"') do set "HASH=%%h"
if not defined HASH (
  echo rockpool: the sources in %ROOT% cannot be read: give yourself the right to read them. 1>&2
  exit /b 3
)
set "BUILD=%BUILDS%\%HASH%"

rem --- Build, one at a time
if exist "%BUILD%\classpath" goto start
if not exist "%BUILDS%" mkdir "%BUILDS%"
:lock
mkdir "%BUILDS%\lock" 2>nul
if errorlevel 1 (
  if exist "%BUILD%\classpath" goto start
  if not defined WAITING echo rockpool: another start is building, waiting for it ^(if none is, delete %BUILDS%\lock^) 1>&2
  set "WAITING=yes"
  ping -n 2 127.0.0.1 >nul
  goto lock
)
if exist "%BUILD%\classpath" goto unlock
where mvn >nul 2>nul
if errorlevel 1 (
  rmdir "%BUILDS%\lock"
  echo rockpool: Maven was not found: install Maven 3.8 or newer and put it on the PATH, then run rockpool again. 1>&2
  exit /b 3
)
echo rockpool: building ^(the first build on a machine downloads about 60 MB^) 1>&2
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B -Dlaunch -Dstyle.color=never package > "%BUILDS%\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  rmdir "%BUILDS%\lock"
  findstr /b /c:"[ERROR]" "%BUILDS%\build.log" 1>&2
  echo rockpool: the build failed: the lines above say why, all of it is in %BUILDS%\build.log. 1>&2
  exit /b 3
)
if exist "%BUILD%.new" rmdir /s /q "%BUILD%.new"
mkdir "%BUILD%.new\lib"
mkdir "%BUILD%.new\modules"
copy /y "%ROOT%\app\target\launch\lib\*.jar" "%BUILD%.new\lib\" >nul
move /y "%BUILD%.new\lib\javafx-*-win*.jar" "%BUILD%.new\modules\" >nul
del /q "%BUILD%.new\lib\javafx-*.jar"
copy /y "%ROOT%\app\target\launch\rockpool-app-*.jar" "%BUILD%.new\lib\" >nul
echo lib> "%BUILD%.new\classpath"
move "%BUILD%.new" "%BUILD%" >nul
:unlock
rmdir "%BUILDS%\lock" 2>nul

:start
"%JDK%\bin\java" --module-path "%BUILD%\modules" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC -Xss4m -cp "%BUILD%\lib\*" dev.rockpool.app.Main %*
exit /b %ERRORLEVEL%

:try
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%m in ("%%~v") do if %%m GEQ 25 set "JDK=%~1"
exit /b 0
